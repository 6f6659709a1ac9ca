import type { LocalizedText } from '@irisflow/foundation';

interface Origin {
  readonly person: string;
  readonly file: string;
  readonly line: number;
  readonly number: string;
}

/** Who took a right over, and where it stood. */
export const originText = ({ person, file, line, number }: Origin): LocalizedText => ({
  fr: `Le droit ${number} est repris par ${person} du fichier ${file}, ligne ${line}.`,
  nl: `Het recht ${number} is overgenomen door ${person} uit het bestand ${file}, regel ${line}.`,
  en: `The right ${number} is taken over by ${person} from the file ${file}, line ${line}.`,
});
