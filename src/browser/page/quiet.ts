// Read by the core of the design system as it loads: nothing in the console of the people who use the service.
Object.assign(window, { dsfr: { production: true } });
