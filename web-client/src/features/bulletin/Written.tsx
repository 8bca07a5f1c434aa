/** Text written in Markdown. The server makes its HTML with raw HTML switched off and links checked: nothing else may be given here. */
export function Written({ html }: { html: string }) {
  return <div className="written" dangerouslySetInnerHTML={{ __html: html }} />;
}
