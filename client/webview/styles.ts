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
  #panel.danger {
    box-shadow: inset 3px 0 var(--vscode-errorForeground);
    margin-left: -12px;
    padding-left: 12px;
  }
  .links {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px 10px;
  }
  .notice {
    display: flex;
    flex-direction: column;
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
  /* Only the mark is in this colour: as the colour of a text, themes do not have it dark or light enough. */
  .problem::before,
  .required,
  .failed .mark {
    color: var(--vscode-errorForeground);
  }
  .problem::before {
    content: '⚠ ' / '';
  }
  .dot,
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
  .link:disabled {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }
  .link:hover:not(:disabled) {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }
  :is(p, li, dd) .link {
    text-decoration: underline;
  }
  input:not([type='checkbox']),
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
  #arguments,
  pre,
  code {
    font-family: var(--vscode-editor-font-family);
    font-size: var(--vscode-editor-font-size);
    line-height: 1.4;
    tab-size: 2;
  }
  code {
    color: inherit;
    background: none;
    overflow-wrap: anywhere;
  }
  textarea {
    display: block;
    field-sizing: content;
    max-height: 45vh;
    resize: vertical;
  }
  #arguments {
    min-height: 64px;
  }
  :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--vscode-inputValidation-errorBorder);
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    flex: none;
    align-self: center;
    accent-color: var(--vscode-focusBorder);
  }
  :is(input, select, textarea, button, pre, section, li, .odd):focus-visible {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .link:focus-visible,
  input[type='checkbox']:focus-visible,
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
    flex-wrap: wrap;
    gap: 3px 6px;
    vertical-align: text-bottom;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .tabs {
    display: flex;
    gap: 12px;
  }
  .tabs button {
    padding: 2px 0;
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
    font: inherit;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, var(--vscode-focusBorder));
    color: var(--vscode-panelTitle-activeForeground, var(--vscode-foreground));
  }
  .form,
  .nested {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
  .form .field > .link {
    align-self: start;
  }
  .form {
    padding-top: 4px;
  }
  .nested {
    margin: 4px 0 0;
    padding: 0 0 0 10px;
    border-left: 1px solid var(--vscode-contrastBorder, var(--vscode-tree-indentGuidesStroke));
    list-style: none;
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 3px;
    min-width: 0;
  }
  .field .field {
    margin-top: 4px;
  }
  .field-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    align-items: center;
  }
  .field-head > :is(label, .fold, span:first-child) {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .items > li {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .items .index,
  .items > li > .field-head label {
    color: var(--vscode-descriptionForeground);
  }
  .type,
  .note {
    color: var(--vscode-descriptionForeground);
  }
  .type,
  .tools {
    margin-left: auto;
    overflow-wrap: anywhere;
  }
  .fold,
  .tool {
    padding: 0 2px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .fold {
    font-weight: 600;
    text-align: left;
  }
  .fold:disabled {
    color: inherit;
    cursor: default;
  }
  .tool {
    min-width: 24px;
    min-height: 24px;
    border-radius: 3px;
  }
  .tool:hover:not(:disabled) {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .tool:disabled {
    color: var(--vscode-disabledForeground);
    cursor: default;
  }
  .tree-bar {
    display: flex;
    flex-direction: column;
    gap: 4px;
    margin-bottom: 4px;
  }
  .plain {
    padding: 0;
    list-style: none;
  }
  #answer-matches {
    max-height: 30vh;
    margin-bottom: 4px;
    overflow: auto;
  }
  [role='tree'] {
    padding: 0;
    list-style: none;
  }
  [role='treeitem'] {
    display: flex;
    padding: 1px 4px 1px 0;
    cursor: pointer;
  }
  [role='treeitem']:hover {
    background: var(--vscode-list-hoverBackground);
  }
  [role='treeitem'].more {
    color: var(--vscode-textLink-foreground);
  }
  .indent {
    flex: none;
    width: 10px;
    margin-left: 5px;
    border-left: 1px solid var(--vscode-contrastBorder, var(--vscode-tree-indentGuidesStroke));
  }
  .twisty {
    flex: none;
    width: 14px;
  }
  .line {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .value {
    white-space: pre-wrap;
  }
  .key {
    color: var(--vscode-symbolIcon-propertyForeground, inherit);
    font-weight: 600;
  }
  .value:is(.object, .list, .null, .missing) {
    color: var(--vscode-descriptionForeground);
  }
  .value:is(.null, .missing) {
    font-style: italic;
  }
  .deviation {
    display: block;
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
