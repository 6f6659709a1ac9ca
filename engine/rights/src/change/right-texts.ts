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
  heldBack: (name, number) =>
    text(
      `La décision sur le droit ${number} est suspendue par un recours : ${name.fr}.`,
      `De beslissing over het recht ${number} is geschorst door een beroep: ${name.nl}.`,
      `The decision on the right ${number} is held back by an appeal: ${name.en}.`,
    ),
  enforced: (name, number) =>
    text(
      `Le recours est terminé, la décision sur le droit ${number} s’applique : ${name.fr}.`,
      `Het beroep is voorbij, de beslissing over het recht ${number} geldt: ${name.nl}.`,
      `The appeal is over and the decision on the right ${number} applies: ${name.en}.`,
    ),
  restored: (name, number) =>
    text(
      `La décision sur le droit ${number} est retirée, il est comme avant : ${name.fr}.`,
      `De beslissing over het recht ${number} is ingetrokken, het is zoals voordien: ${name.nl}.`,
      `The decision on the right ${number} is undone, it is as it was before: ${name.en}.`,
    ),
  imported: (name, number) =>
    text(
      `Le droit ${number} est repris de l’ancien système : ${name.fr}.`,
      `Het recht ${number} is overgenomen uit het oude systeem: ${name.nl}.`,
      `The right ${number} is taken over from the earlier system: ${name.en}.`,
    ),
  renewed: (name, number) =>
    text(
      `Le droit ${number} est prolongé : ${name.fr}.`,
      `Het recht ${number} is verlengd: ${name.nl}.`,
      `The right ${number} is renewed: ${name.en}.`,
    ),
};
