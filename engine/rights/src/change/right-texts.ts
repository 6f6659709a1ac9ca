import type { LocalizedText } from '@irisflow/foundation';
import type { RightAct } from '../views/right.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

type Named = (name: LocalizedText, number: string) => LocalizedText;

/** What the timeline of a case says of a right. */
export const rightTexts: Readonly<Record<RightAct, Named>> = {
  granted: (name, number) =>
    text(
      `Le droit ${number} est accordé : ${name.fr}.`,
      `Het recht ${number} is toegekend: ${name.nl}.`,
      `The right ${number} is granted: ${name.en}.`,
    ),
  changed: (name, number) =>
    text(
      `Le droit ${number} est modifié : ${name.fr}.`,
      `Het recht ${number} is gewijzigd: ${name.nl}.`,
      `The right ${number} is changed: ${name.en}.`,
    ),
  suspended: (name, number) =>
    text(
      `Le droit ${number} est suspendu : ${name.fr}.`,
      `Het recht ${number} is geschorst: ${name.nl}.`,
      `The right ${number} is suspended: ${name.en}.`,
    ),
  resumed: (name, number) =>
    text(
      `Le droit ${number} reprend : ${name.fr}.`,
      `Het recht ${number} is hervat: ${name.nl}.`,
      `The right ${number} is resumed: ${name.en}.`,
    ),
  ended: (name, number) =>
    text(
      `Le droit ${number} prend fin : ${name.fr}.`,
      `Het recht ${number} is beëindigd: ${name.nl}.`,
      `The right ${number} is ended: ${name.en}.`,
    ),
  renewed: (name, number) =>
    text(
      `Le droit ${number} est prolongé : ${name.fr}.`,
      `Het recht ${number} is verlengd: ${name.nl}.`,
      `The right ${number} is renewed: ${name.en}.`,
    ),
};
