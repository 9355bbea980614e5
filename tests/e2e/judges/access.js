/**
 * What axe-core calls serious or critical, contrast and the size of targets included; in words. What lies under an open
 * menu is the layout judge's matter.
 */
async () => {
  const modal = document.querySelector("dialog:modal");
  const found = await axe.run(modal ?? document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: { "target-size": { enabled: true } },
    resultTypes: ["violations"],
  });
  const grave = found.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  const isUnderneath = ({ any }) => any.some(({ message }) => message.includes("partially obscured"));
  return grave.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isUnderneath(node)).map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${(any[0]?.message ?? "").slice(0, 160)})`),
  );
};
