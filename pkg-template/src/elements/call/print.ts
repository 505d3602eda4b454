/**
 * Opens a page in a new window and prints it. The window has the content security policy of the
 * page that opens it, which may forbid `<style>`. So the rules become a constructed style sheet,
 * which every policy allows.
 */
export function printPage(page: string): void {
  const [element = "", rules = ""] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
  const blob = new Blob([page.replace(element, "")], { type: "text/html" });
  const url = URL.createObjectURL(blob);
  const opened = open(url) as (Window & typeof globalThis) | null;
  if (!opened) throw new Error("The page's pop-ups are blocked.");
  opened.addEventListener("load", () => {
    const sheet = new opened.CSSStyleSheet();
    sheet.replaceSync(rules);
    opened.document.adoptedStyleSheets = [sheet];
    opened.print();
  });
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
