import type { LocalizedText } from '@irisflow/foundation';

/** What can be wrong with how a folder calls a block of the platform. */
export const blockProblemTexts = {
  BLOCK_INPUT_UNKNOWN: {
    fr: 'Le bloc « {found} » ne connaît pas « {subject} » : il ne le lira pas.',
    nl: 'Het blok “{found}” kent “{subject}” niet: het leest dat niet.',
    en: 'The block “{found}” does not know “{subject}”: it will not read it.',
  },
  BLOCK_OPEN: {
    fr: 'L’appel du bloc « {subject} » transmet toutes les variables : un bloc ne reçoit que ses entrées et ne rend que ses sorties. Choisissez de nouveau le modèle du bloc.',
    nl: 'De oproep van het blok “{subject}” geeft alle variabelen door: een blok krijgt alleen zijn invoer en geeft alleen zijn uitvoer terug. Kies opnieuw het sjabloon van het blok.',
    en: 'The call of the block “{subject}” hands over all variables: a block gets its inputs alone, and gives back its outputs alone. Choose the template of the block again.',
  },
  BLOCK_SAME_PERSON: {
    fr: 'Qui a décidé peut aussi faire « {subject} » : dites de quelle tâche elle est séparée.',
    nl: 'Wie besliste, kan ook “{subject}” doen: zeg van welke taak die gescheiden is.',
    en: 'Whoever decided may do “{subject}” as well: say from which task it is kept apart.',
  },
  BLOCK_NAME_TAKEN: {
    fr: 'Les fichiers « block-… » sont ceux des blocs de la plateforme : donnez un autre nom à « {subject} ».',
    nl: 'Bestanden “block-…” zijn die van de blokken van het platform: geef “{subject}” een andere naam.',
    en: 'Files “block-…” are those of the blocks of the platform: give “{subject}” another name.',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
