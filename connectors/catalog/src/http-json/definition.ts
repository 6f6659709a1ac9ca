import { defineConnector } from '@irisflow/connector-sdk';

import { CREDENTIAL_LABEL } from '../credentials/named-credential.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const httpJson = defineConnector({
  type: 'http-json',
  version: 1,
  title: { fr: 'Appel HTTP (JSON)', nl: 'HTTP-oproep (JSON)', en: 'HTTP call (JSON)' },
  description: {
    fr: 'Appelle une interface JSON sur l’internet public, ou sur un hôte que l’exploitant a autorisé.',
    nl: 'Roept een JSON-interface op het openbare internet aan, of op een host die de beheerder heeft toegelaten.',
    en: 'Calls a JSON interface on the public internet, or on a host that the operator has permitted.',
  },
  resultName: 'response',
  input: Input,
  fields: {
    method: { label: { fr: 'Méthode', nl: 'Methode', en: 'Method' } },
    url: { label: { fr: 'Adresse', nl: 'Adres', en: 'Address' } },
    headers: {
      label: { fr: 'En-têtes', nl: 'Headers', en: 'Headers' },
      hint: {
        fr: 'Sans secrets : utilisez un accès nommé.',
        nl: 'Zonder geheimen: gebruik een benoemde toegang.',
        en: 'Without secrets: use a named credential.',
      },
    },
    body: { label: { fr: 'Corps', nl: 'Inhoud', en: 'Body' } },
    credential: {
      label: CREDENTIAL_LABEL,
      hint: {
        fr: 'Configuré par l’exploitant, valable pour un seul hôte.',
        nl: 'Geconfigureerd door de beheerder, geldig voor één host.',
        en: 'Configured by the operator, valid for one host only.',
      },
    },
    timeoutMs: { label: { fr: 'Délai maximal (ms)', nl: 'Maximale duur (ms)', en: 'Longest time (ms)' } },
    pick: {
      label: { fr: 'Extraire', nl: 'Uithalen', en: 'Pick' },
      hint: {
        fr: 'Par nom, l’endroit dans la réponse (JSON Pointer), par exemple {total: "/page/total"}.',
        nl: 'Per naam de plaats in het antwoord (JSON Pointer), bijvoorbeeld {total: "/page/total"}.',
        en: 'By name, the place in the answer (JSON Pointer), for example {total: "/page/total"}.',
      },
    },
  },
  output: Output,
  errors: {
    REQUEST_REFUSED: {
      fr: 'L’hôte refuse la demande ; status et body disent pourquoi.',
      nl: 'De host weigert de vraag; status en body zeggen waarom.',
      en: 'The host refuses the request; status and body tell why.',
    },
  },
  secrets: ['HTTP_CREDENTIALS'],
  targets: 'many',
  timeoutMs: 35_000,
  retries: 3,
  backoffMs: 5_000,
  example: { method: 'GET', url: 'https://api.sandbox.example/status' },
  run,
});
