import './page/design-system.ts';
import { closeAccountMenu } from './page/account-menu.ts';
import { focusOnArrival } from './page/arrival.ts';
import { describeChosenFiles } from './page/chosen-files.ts';
import { filterChoices } from './page/filter-choices.ts';
import { keepSteps } from './page/kept-steps.ts';
import { addMissingKeys } from './page/missing-keys.ts';
import { submitOnce } from './page/submit-once.ts';
import { guardUnsavedChanges } from './page/unsaved-changes.ts';

// A module runs once the document is read: nothing to wait for.
addMissingKeys();
closeAccountMenu();
describeChosenFiles();
filterChoices();
// Before what is on the page is compared with what it was
keepSteps();
guardUnsavedChanges();
submitOnce();
focusOnArrival();
