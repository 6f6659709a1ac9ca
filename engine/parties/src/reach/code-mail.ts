import type { Locale } from '@irisflow/foundation';

/** A mail of the platform itself. */
export interface PlainMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const words: Readonly<Record<Locale, (code: string, minutes: number) => readonly [string, ...string[]]>> = {
  fr: (code, minutes) => [
    'Votre code de vérification',
    'Bonjour,',
    `Voici le code qui confirme que cette adresse est la vôtre : ${code}`,
    `Il est valable ${minutes} minutes. Ne le donnez à personne : aucune administration ne vous le demandera.`,
    'Si vous n’avez rien demandé, ignorez ce message.',
  ],
  nl: (code, minutes) => [
    'Uw verificatiecode',
    'Goedendag,',
    `Met deze code bevestigt u dat dit adres van u is: ${code}`,
    `De code is ${minutes} minuten geldig. Geef hem aan niemand: geen enkele administratie vraagt ernaar.`,
    'Hebt u niets gevraagd, dan mag u dit bericht negeren.',
  ],
  en: (code, minutes) => [
    'Your verification code',
    'Hello,',
    `This code confirms that this address is yours: ${code}`,
    `It holds for ${minutes} minutes. Give it to nobody: no administration will ask you for it.`,
    'If you asked for nothing, ignore this message.',
  ],
};

export const codeMail = (
  to: string,
  { language, code, minutes }: { language: Locale; code: string; minutes: number },
): PlainMail => {
  const [subject, ...paragraphs] = words[language](code, minutes);
  return { to, subject, text: `${paragraphs.join('\n\n')}\n` };
};
