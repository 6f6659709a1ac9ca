import { defineConnector, PLATFORM_SECRETS, PLATFORM_SETTINGS } from '@irisflow/connector-sdk';

import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const letter = defineConnector({
  type: 'letter',
  version: 1,
  title: { fr: 'Courrier', nl: 'Brief', en: 'Letter' },
  description: {
    fr: 'Rédige un courrier dans la langue du dossier, le classe et l’envoie par les canaux choisis.',
    nl: 'Stelt een brief op in de taal van het dossier, bewaart hem en verstuurt hem via de gekozen kanalen.',
    en: 'Writes a letter in the language of the case, files it and sends it through the chosen channels.',
  },
  resultName: 'letter',
  input: Input,
  fields: {
    template: {
      label: { fr: 'Modèle de courrier', nl: 'Briefsjabloon', en: 'Letter template' },
      hint: {
        fr: 'Par exemple acknowledgement.',
        nl: 'Bijvoorbeeld acknowledgement.',
        en: 'For example acknowledgement.',
      },
    },
    channel: {
      label: { fr: 'Canaux', nl: 'Kanalen', en: 'Channels' },
      hint: {
        fr: 'Le portail seul, si rien n’est choisi.',
        nl: 'Enkel het portaal, als niets gekozen is.',
        en: 'The portal alone, if nothing is chosen.',
      },
      choices: {
        portal: { fr: 'Sur le portail', nl: 'Op het portaal', en: 'On the portal' },
        email: { fr: 'Par courriel', nl: 'Per e-mail', en: 'By email' },
      },
    },
    values: {
      label: { fr: 'Valeurs', nl: 'Waarden', en: 'Values' },
      hint: {
        fr: 'Ce que le modèle insère dans le texte.',
        nl: 'Wat het sjabloon in de tekst invoegt.',
        en: 'What the template puts into the text.',
      },
    },
  },
  output: Output,
  errors: {},
  secrets: PLATFORM_SECRETS,
  settings: PLATFORM_SETTINGS,
  timeoutMs: 30_000,
  retries: 5,
  backoffMs: 5_000,
  example: { template: 'acknowledgement', channel: ['portal', 'email'], values: { amount: 160 } },
  run,
});
