import { liven } from './questionnaire/page.ts';

// A module runs once the document is read: nothing to wait for.
const form = document.querySelector<HTMLFormElement>('form#questionnaire');
if (form !== null) liven(form);
