/** 答复与办结规则: evidence, signatures, standard texts, sensitive words, checks; each with its history. */
import { useQuery } from "@tanstack/react-query";
import { words } from "../../text/admin";
import { closingApi, type RuleKind } from "../../wire/closing";
import { useAdmin } from "../context";
import { Asked } from "../parts/Asked";
import { Tabs } from "../parts/Tabs";
import { Replies } from "./Replies";
import { RuleList } from "./RuleList";

const KINDS: readonly RuleKind[] = ["evidence", "signoff", "texts", "words"];

export function ClosingPage() {
  const { address } = useAdmin();
  const found = useQuery({ queryKey: ["closing-rules"], queryFn: closingApi.rules });
  const kind = KINDS.find((each) => each === address.tab);
  const shown = kind ?? (address.tab === "replies" ? "replies" : "evidence");
  const tabs = [...KINDS, "replies" as const].map((name) => ({ name, label: words.closing.tabs[name] }));
  return (
    <main className="page" data-page="closing">
      <div className="page-head">
        <div>
          <h2>{words.closing.title}</h2>
          <p className="quiet">{words.closing.lead}</p>
        </div>
      </div>
      <Tabs tabs={tabs} shown={shown} label={words.closing.title} />
      <Asked found={found}>
        {(rules) =>
          shown === "replies" ? (
            <Replies key={rules.settings[0]?.version} settings={rules.settings} />
          ) : (
            <RuleList key={shown} kind={shown} rules={rules[shown]} placeholders={rules.placeholders} />
          )
        }
      </Asked>
    </main>
  );
}
