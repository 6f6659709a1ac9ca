import { rightFolder } from './right-folder.ts';
import { sampleProcedureChanging } from './sample-procedure.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });

/** The market stall as a source: where it is and how it stands, but never what is paid for it. */
export const stallSource = {
  fields: ['number', 'state', 'validTo', 'place'],
  states: ['active', 'suspended'],
  authorization: text('Délibération 1', 'Beraadslaging 1', 'Deliberation 1'),
};

export const stallSourceKey = 'right-rent-aid-stall';

/** The kind of right that stalls are, offered to other administrations. */
export const rightSourceFolder = (more: object = {}) => rightFolder({ source: stallSource, ...more });

interface Description {
  key: string;
  administration: string;
  reference: string;
  sources: object[];
}

/** A procedure of another administration that asks for stalls, and for more of them than it is told. */
export const askingFolder = (key = 'taxi-rank') =>
  sampleProcedureChanging('procedure.json', (description: Description) => {
    description.key = key;
    description.administration = 'taxi';
    description.reference = key === 'taxi-rank' ? 'TX' : 'TF';
    description.sources.push({
      key: stallSourceKey,
      name: text('Emplacements de marché', 'Marktplaatsen', 'Market stalls'),
      what: text('l’emplacement', 'de plaats', 'the stall'),
      purpose: text('vérifier l’emplacement', 'de plaats nagaan', 'verify the stall'),
      legalBasis: 'Ord. 2024',
      fields: ['number', 'state', 'validTo', 'place', 'fee'],
    });
  });

interface Form {
  bindings: { prefill: { scope: string; source: string }[] };
}

/** One whose form is filled from it. */
export const fillingFolder = () =>
  askingFolder('taxi-form').map((file) => {
    if (file.path !== 'application.form.json') return file;
    const form = JSON.parse(file.content) as Form;
    for (const binding of form.bindings.prefill)
      if (binding.scope === '#/properties/lastName') binding.source = `${stallSourceKey}.place`;
    return { ...file, content: JSON.stringify(form) };
  });
