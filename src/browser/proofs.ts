import { livenPanel } from './proofs/panel.ts';

// A module runs once the document is read: nothing to wait for.
for (const panel of document.querySelectorAll<HTMLElement>('[data-proofs]')) livenPanel(panel);
