import type { LocalizedText } from '@irisflow/foundation';
import type { Fate, RehearsedGroup, UnreplayableReason } from '../views/rehearsal.ts';

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

/** Heads of the columns of the report. */
export const headWords: readonly LocalizedText[] = [
  text('Issue réelle', 'Werkelijke afloop', 'How they ended'),
  text('Décision réelle', 'Werkelijke beslissing', 'What was decided'),
  text('Issue avec le brouillon', 'Afloop met het ontwerp', 'How they would end with the draft'),
  text('Décision avec le brouillon', 'Beslissing met het ontwerp', 'What would be decided with the draft'),
  text('Montant', 'Bedrag', 'Amount'),
  text('Dossiers', 'Dossiers', 'Cases'),
  text('Où les chemins se séparent', 'Waar de wegen scheiden', 'Where the ways part'),
  text('Références', 'Referenties', 'References'),
];

export const fateWords: Readonly<Record<Exclude<Fate['kind'], 'ended'>, LocalizedText>> = {
  needsTask: text('nouvelle réponse nécessaire', 'nieuw antwoord nodig', 'a new answer would be needed'),
  needsSource: text('nouvelle consultation nécessaire', 'nieuwe raadpleging nodig', 'a source would have to be asked'),
  rests: text('resterait en attente', 'zou blijven wachten', 'would go on waiting'),
  stuck: text('s’arrêterait sur une erreur', 'zou op een fout stilvallen', 'would stand still with an error'),
  broken: text('ne peut pas être rejoué', 'kan niet opnieuw gespeeld worden', 'cannot be played'),
};

export const amountWords: Readonly<Record<NonNullable<Fate['amount']>, LocalizedText>> = {
  same: text('identique', 'hetzelfde', 'the same'),
  more: text('plus élevé', 'hoger', 'higher'),
  less: text('moins élevé', 'lager', 'lower'),
};

export const partWords: Readonly<Record<RehearsedGroup['partings'][number]['kind'], LocalizedText>> = {
  chose: text('autre chemin à', 'andere weg bij', 'another way at'),
  decided: text(
    'la décision répond autrement à',
    'de beslissing antwoordt anders bij',
    'the decision answers otherwise at',
  ),
  step: text('autre étape après', 'andere stap na', 'another step after'),
};

export const otherWords = text('autres issues, trop rares', 'andere, te zeldzaam', 'others, too rare to be told');
export const fewWords = text('trop peu', 'te weinig', 'too few');
export const startWords = text('le début', 'het begin', 'the beginning');

export const unreplayableWords: Readonly<Record<UnreplayableReason, LocalizedText>> = {
  noProcess: text('sans processus', 'zonder proces', 'without a process'),
  reopened: text('dossier rouvert', 'heropend dossier', 'reopened'),
  moved: text('passé à une autre version', 'naar een andere versie overgezet', 'moved to another version'),
  notKept: text('plus conservé par le moteur', 'niet meer bewaard door de engine', 'not kept by the engine any more'),
  tooLong: text('trop d’étapes', 'te veel stappen', 'too many steps'),
  suspended: text('processus suspendu', 'proces opgeschort', 'its process is suspended'),
  endedByHand: text(
    'processus arrêté par quelqu’un',
    'proces door iemand beëindigd',
    'its process was ended by somebody',
  ),
  otherWay: text(
    'rejoué autrement qu’en réalité',
    'verloopt opnieuw gespeeld anders',
    'its replay differs from what happened',
  ),
  decidedElsewhere: text('décidé hors du processus', 'buiten het proces beslist', 'decided outside of its process'),
  slow: text('trop long à rejouer', 'duurt te lang om opnieuw te spelen', 'takes too long to replay'),
};
