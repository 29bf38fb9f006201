import { css } from 'lit';

/** Colours, fonts and sizes are VS Code's; nothing is wider than its container, down to 250 px. */
export const styles = css`
  body {
    padding: 8px 12px 16px;
    color: var(--vscode-foreground);
    font: var(--vscode-font-weight) var(--vscode-font-size) / 1.4 var(--vscode-font-family);
  }
  #panel,
  section {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }
  #panel {
    gap: 12px;
  }
  [hidden] {
    display: none !important;
  }
  p,
  h2,
  dl,
  dd,
  ul {
    margin: 0;
    overflow-wrap: anywhere;
  }
  label,
  h2 {
    font: inherit;
    font-weight: 600;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: baseline;
    justify-content: space-between;
  }
  .notice {
    gap: 8px;
    padding: 8px;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    background: var(--vscode-textBlockQuote-background);
  }
  .muted {
    color: var(--vscode-descriptionForeground);
  }
  .muted:empty {
    display: none;
  }
  .problem,
  .failed .mark {
    color: var(--vscode-errorForeground);
  }
  .ok .mark {
    color: var(--vscode-testing-iconPassed, var(--vscode-foreground));
  }
  .link {
    padding: 0;
    border: 0;
    background: none;
    color: var(--vscode-textLink-foreground);
    font: inherit;
    cursor: pointer;
  }
  .link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  input,
  select,
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    padding: 3px 6px;
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    border-radius: 2px;
    background: var(--vscode-input-background);
    color: var(--vscode-input-foreground);
    font: inherit;
  }
  select {
    height: 26px;
    padding: 2px;
    border-color: var(--vscode-dropdown-border, var(--vscode-contrastBorder, transparent));
    background: var(--vscode-dropdown-background);
    color: var(--vscode-dropdown-foreground);
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  textarea,
  pre {
    font-family: var(--vscode-editor-font-family);
    font-size: var(--vscode-editor-font-size);
    line-height: 1.4;
    tab-size: 2;
  }
  textarea {
    field-sizing: content;
    min-height: 64px;
    max-height: 45vh;
    resize: vertical;
  }
  textarea[aria-invalid='true'] {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  :is(input, select, textarea, button, pre, section):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .link:focus-visible,
  #answer:focus-visible {
    outline-offset: 3px;
  }
  .combo {
    position: relative;
  }
  #function-list {
    position: absolute;
    z-index: 1;
    inset: 100% 0 auto;
    max-height: 50vh;
    padding: 0;
    overflow: hidden auto;
    border: 1px solid var(--vscode-editorSuggestWidget-border, var(--vscode-contrastBorder));
    background: var(--vscode-editorSuggestWidget-background, var(--vscode-dropdown-background));
    color: var(--vscode-editorSuggestWidget-foreground, var(--vscode-dropdown-foreground));
    list-style: none;
  }
  #function-list li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
    justify-content: space-between;
    padding: 2px 6px;
    cursor: pointer;
  }
  #function-list .note {
    color: var(--vscode-descriptionForeground);
    cursor: default;
  }
  #function-list li:hover:not(.note) {
    background: var(--vscode-list-hoverBackground);
  }
  #function-list li[aria-selected='true'] {
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
    background: var(--vscode-editorSuggestWidget-selectedBackground, var(--vscode-list-activeSelectionBackground));
    color: var(--vscode-editorSuggestWidget-selectedForeground, var(--vscode-list-activeSelectionForeground));
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .deprecated .name {
    text-decoration: line-through;
  }
  .badges {
    display: inline-flex;
    gap: 3px;
    vertical-align: text-bottom;
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  #send {
    flex: 1;
  }
  #answer {
    gap: 6px;
    padding-top: 10px;
    border-top: 1px solid var(--vscode-sideBarSectionHeader-border, var(--vscode-contrastBorder, transparent));
  }
  .title,
  dt {
    font-weight: 600;
  }
  dd {
    margin-bottom: 6px;
  }
  #answer-warnings {
    padding-left: 18px;
  }
  pre {
    box-sizing: border-box;
    max-height: 70vh;
    margin: 0;
    padding: 6px 8px;
    overflow: auto;
    border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, transparent));
    background: var(--vscode-editor-background);
    color: var(--vscode-editor-foreground);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
