/**
 * What axe-core calls serious or critical, contrast and the size of targets included; in words. A target may be covered by
 * what floats for a while (`floats`), as an open menu does, and by nothing else.
 */
async ({ floats }) => {
  const modal = document.querySelector("dialog:modal");
  const found = await axe.run(modal ?? document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  const grave = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const floating = ({ target }) => document.querySelector(target.at(-1))?.closest(floats);
  const isUnderneath = ({ any }) =>
    any.some(
      ({ message, relatedNodes }) =>
        message.includes("partially obscured") && relatedNodes.length > 0 && relatedNodes.every(floating),
    );
  return grave.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isUnderneath(node)).map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${(any[0]?.message ?? "").slice(0, 160)})`),
  );
};
