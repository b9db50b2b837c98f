// The behaviour of the design system’s components that the pages use; the core comes before them.
import './quiet.ts';
import '@gouvfr/dsfr/dist/core/core.module.js';
import '@gouvfr/dsfr/dist/scheme/scheme.module.js';
import '@gouvfr/dsfr/dist/component/display/display.module.js';
import '@gouvfr/dsfr/dist/component/modal/modal.module.js';
import '@gouvfr/dsfr/dist/component/header/header.module.js';
import '@gouvfr/dsfr/dist/component/navigation/navigation.module.js';
import '@gouvfr/dsfr/dist/component/breadcrumb/breadcrumb.module.js';
import '@gouvfr/dsfr/dist/component/accordion/accordion.module.js';
import '@gouvfr/dsfr/dist/component/tab/tab.module.js';
import '@gouvfr/dsfr/dist/component/password/password.module.js';
