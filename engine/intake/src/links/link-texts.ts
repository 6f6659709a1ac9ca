import type { LocalizedText } from '@irisflow/foundation';
import type { CaseLinkKind } from '../views/link.ts';

type Direction = 'to' | 'from';

const texts: { readonly [K in CaseLinkKind]: { readonly [D in Direction]: LocalizedText } } = {
  appealOf: {
    to: { fr: 'Recours contre', nl: 'Beroep tegen', en: 'Appeal against' },
    from: { fr: 'Fait l’objet du recours', nl: 'Hiertegen loopt het beroep', en: 'Appealed against by' },
  },
  renewalOf: {
    to: { fr: 'Renouvellement de', nl: 'Verlenging van', en: 'Renewal of' },
    from: { fr: 'Renouvelé par', nl: 'Verlengd door', en: 'Renewed by' },
  },
  followUpOf: {
    to: { fr: 'Suite de', nl: 'Vervolg op', en: 'Follow-up of' },
    from: { fr: 'Suivi par', nl: 'Gevolgd door', en: 'Followed up by' },
  },
  duplicateOf: {
    to: { fr: 'Fait double emploi avec', nl: 'Dubbel met', en: 'Duplicate of' },
    from: { fr: 'Le double de ce dossier est', nl: 'Het dubbel van dit dossier is', en: 'Repeated by' },
  },
};

const removed: LocalizedText = { fr: 'Lien retiré :', nl: 'Koppeling verwijderd:', en: 'Link removed:' };

interface Said {
  readonly what: 'made' | 'removed';
  readonly kind: CaseLinkKind;
  readonly direction: Direction;
  readonly reference: string;
}

/** How a timeline says which case another one is to this one. */
export const linkText = ({ what, kind, direction, reference }: Said): LocalizedText => {
  const inLocale = (locale: keyof LocalizedText): string => {
    const said = `${texts[kind][direction][locale]} ${reference}`;
    return what === 'made' ? said : `${removed[locale]} ${said}`;
  };
  return { fr: inLocale('fr'), nl: inLocale('nl'), en: inLocale('en') };
};
