import { expect, test } from 'vitest';
import { aTeamAtWork } from '../builders/handing.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useLiveApp } from '../support/live.ts';
import { firstLook, wrongIn } from './walk/looks.ts';

const LONG = 300_000;

describeInBrowser('Q3: a questionnaire goes from who answers to who validates, and back', () => {
  const live = useLiveApp();

  test(
    'asked for, sent back with remarks, asked for again, validated',
    async () => {
      const team = await aTeamAtWork(live());
      const [code = ''] = Object.keys(team.every('urbanisation', 2));
      await team.drafts('urbanisation', team.every('urbanisation', 2));
      const page = team.place('urbanisation');
      const hugo = await live().windowOf(team.hugo, firstLook);
      const ines = await live().windowOf(team.ines, firstLook);

      await hugo.goto(page);
      expect(await hugo.getByRole('button', { name: 'Valider', exact: true }).count()).toBe(0);
      await hugo.getByRole('button', { name: 'Enregistrer et demander validation' }).click();
      await hugo.getByRole('heading', { name: 'Demander la validation' }).waitFor();
      expect(await wrongIn(hugo, 'Demander la validation')).toEqual([]);
      await hugo.getByLabel('Message').fill('Relisez A04.');
      await hugo.getByRole('button', { name: 'Demander la validation' }).click();
      await hugo.getByText('Un message prévient Inès Robin et Claire Roux.').waitFor();

      await ines.goto('/tableau-de-bord');
      await ines.getByRole('link', { name: 'Relire : Relire et valider « Urbanisation »' }).click();
      await ines.getByText('« Relisez A04. »').waitFor();
      await ines.getByRole('link', { name: 'Renvoyer avec des remarques' }).click();
      await ines.getByRole('heading', { name: 'Renvoyer avec des remarques' }).waitFor();
      expect(await wrongIn(ines, 'Renvoyer avec des remarques')).toEqual([]);
      await ines.getByRole('button', { name: 'Renvoyer avec des remarques' }).click();
      await ines.getByRole('alert').getByRole('link', { name: 'Écrivez ce qui est à revoir' }).waitFor();
      await ines.getByLabel(`Remarque sur ${code}`).fill('Précisez depuis quand.');
      await ines.getByRole('button', { name: 'Renvoyer avec des remarques' }).click();
      await ines.getByText('Questionnaire renvoyé').waitFor();

      await hugo.goto('/tableau-de-bord');
      await hugo.getByRole('link', { name: /Lire les remarques/ }).click();
      await hugo.getByText('Précisez depuis quand.').waitFor();
      await hugo.getByRole('button', { name: 'Enregistrer et demander validation' }).click();
      await hugo.getByRole('button', { name: 'Demander la validation' }).click();
      await hugo.getByText('Validation demandée').first().waitFor();

      await ines.goto(page);
      await ines.getByRole('button', { name: 'Valider', exact: true }).click();
      await ines.getByText('Questionnaire validé').waitFor();
      await ines.getByRole('link', { name: 'Éditer : Urbanisation' }).waitFor();
      expect(await wrongIn(ines, 'once validated')).toEqual([]);
    },
    LONG,
  );
});
