import { defineConnector } from '@irisflow/connector-sdk';

import { CREDENTIAL_LABEL } from '../credentials/named-credential.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const soap = defineConnector({
  type: 'soap',
  version: 1,
  title: { fr: 'Appel SOAP', nl: 'SOAP-oproep', en: 'SOAP call' },
  description: {
    fr: 'Appelle une opération d’un service décrit en WSDL, sur un hôte qu’un administrateur a autorisé. L’ordre des paramètres et les espaces de noms viennent de la description.',
    nl: 'Roept een verrichting van een in WSDL beschreven dienst aan, op een host die een beheerder heeft toegelaten. De volgorde van de parameters en de naamruimten komen uit de beschrijving.',
    en: 'Calls an operation of a service that is described in WSDL, on a host that an administrator has allowed. The order of the parameters and the namespaces come from the description.',
  },
  resultName: 'soapAnswer',
  input: Input,
  fields: {
    wsdl: {
      label: {
        fr: 'Adresse de la description (WSDL)',
        nl: 'Adres van de beschrijving (WSDL)',
        en: 'Address of the description (WSDL)',
      },
    },
    operation: {
      label: { fr: 'Opération', nl: 'Verrichting', en: 'Operation' },
      hint: {
        fr: 'Son nom dans la description.',
        nl: 'De naam ervan in de beschrijving.',
        en: 'Its name in the description.',
      },
    },
    parameters: {
      label: { fr: 'Paramètres', nl: 'Parameters', en: 'Parameters' },
      hint: {
        fr: 'Un contexte aux noms de la description, par exemple {permitNumber: number}.',
        nl: 'Een context met de namen van de beschrijving, bijvoorbeeld {permitNumber: number}.',
        en: 'A context with the names of the description, for example {permitNumber: number}.',
      },
    },
    headerParameters: {
      label: { fr: 'En-têtes du message', nl: 'Headers van het bericht', en: 'Headers of the message' },
      hint: {
        fr: 'Ceux que la description connaît, par nom.',
        nl: 'Die de beschrijving kent, per naam.',
        en: 'Those that the description knows, by name.',
      },
    },
    credential: {
      label: CREDENTIAL_LABEL,
      hint: {
        fr: 'Configuré par l’exploitant pour un seul hôte : mot de passe ou certificat (WS-Security), ou en-tête HTTP.',
        nl: 'Geconfigureerd door de beheerder voor één host: wachtwoord of certificaat (WS-Security), of HTTP-header.',
        en: 'Configured by the operator for one host: password or certificate (WS-Security), or a header of HTTP.',
      },
    },
    errorsByFault: {
      label: {
        fr: 'Erreurs par code du service',
        nl: 'Fouten per code van de dienst',
        en: 'Errors by the code of the service',
      },
      hint: {
        fr: 'Par code, détail ou texte court de la réponse d’erreur, le code d’erreur BPMN, par exemple {PermitUnknown: "PERMIT_UNKNOWN"}.',
        nl: 'Per code, detail of korte tekst van het foutantwoord de BPMN-foutcode, bijvoorbeeld {PermitUnknown: "PERMIT_UNKNOWN"}.',
        en: 'By code, detail or short text of the fault, the BPMN error code, for example {PermitUnknown: "PERMIT_UNKNOWN"}.',
      },
    },
    address: {
      label: { fr: 'Autre adresse du service', nl: 'Ander adres van de dienst', en: 'Other address of the service' },
      hint: {
        fr: 'Si le service ne se trouve pas où la description le dit.',
        nl: 'Als de dienst niet staat waar de beschrijving zegt.',
        en: 'Where the service is not where the description says.',
      },
    },
    soapVersion: { label: { fr: 'Version de SOAP', nl: 'SOAP-versie', en: 'Version of SOAP' } },
  },
  output: Output,
  errors: {
    SOAP_FAULT: {
      fr: 'Le service refuse ; soapFault (code, text, detail) dit pourquoi. Les codes nommés ci-dessus donnent leur propre erreur.',
      nl: 'De dienst weigert; soapFault (code, text, detail) zegt waarom. De hierboven genoemde codes geven hun eigen fout.',
      en: 'The service refuses; soapFault (code, text, detail) tells why. The codes named above give their own error.',
    },
  },
  errorCodesFrom: 'errorsByFault',
  secrets: ['SOAP_CREDENTIALS'],
  targets: 'many',
  timeoutMs: 45_000,
  retries: 3,
  backoffMs: 5_000,
  example: {
    wsdl: 'https://permits.sandbox.example/permit-service?wsdl',
    operation: 'FindPermit',
    parameters: { permitNumber: 'P-2026-0001' },
    errorsByFault: { PermitUnknown: 'PERMIT_UNKNOWN' },
  },
  run,
});
