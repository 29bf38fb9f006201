/** What the page needs to know of its host. */
export interface PageOptions {
  /** Address of dist/webview.js. */
  script: string;
  /** Fresh for every page. */
  nonce: string;
  language: string;
  title: string;
}

/**
 * The page of the panel. Nothing may load but our one script: no inline code, no style sheets (the script adopts its
 * styles), no images, no connections, no forms, no frames. Answers are put in as text only, this is the second wall.
 */
export function pageHtml({ script, nonce, language, title }: PageOptions): string {
  const policy = [`default-src 'none'`, `script-src 'nonce-${nonce}'`, `base-uri 'none'`, `form-action 'none'`].join(
    '; ',
  );
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
</head>
<body>
<main>
<h1 class="visually-hidden">${escape(title)}</h1>
<div id="panel"></div>
</main>
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>
</html>`;
}

function escape(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
