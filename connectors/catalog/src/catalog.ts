import type { Connector } from '@irisflow/connector-sdk';

import { beAddress } from './be-address/definition.ts';
import { beCriminalRecord } from './be-criminal-record/definition.ts';
import { beDrivingLicense } from './be-driving-license/definition.ts';
import { beEnterpriseRegister } from './be-enterprise-register/definition.ts';
import { beLeaseRegister } from './be-lease-register/definition.ts';
import { beMandates } from './be-mandates/definition.ts';
import { beNationalRegister } from './be-national-register/definition.ts';
import { beMotorInsurance } from './be-motor-insurance/definition.ts';
import { beRealProperty } from './be-real-property/definition.ts';
import { beSocialAttestation } from './be-social-attestation/definition.ts';
import { beSocialHousingRegister } from './be-social-housing-register/definition.ts';
import { beTaxAttestation } from './be-tax-attestation/definition.ts';
import { beTaxableIncome } from './be-taxable-income/definition.ts';
import { beTechnicalInspection } from './be-technical-inspection/definition.ts';
import { beVehicleRegister } from './be-vehicle-register/definition.ts';
import { beVehicleRegistration } from './be-vehicle-registration/definition.ts';
import { calendar } from './calendar/definition.ts';
import { caseMessage } from './case-message/definition.ts';
import { caseStore } from './case-store/definition.ts';
import { crmChanges } from './crm-changes/definition.ts';
import { crmLoad } from './crm-load/definition.ts';
import { crmLoadResult } from './crm-load-result/definition.ts';
import { crmQuery } from './crm-query/definition.ts';
import { crmUpsert } from './crm-upsert/definition.ts';
import { httpJson } from './http-json/definition.ts';
import { letter } from './letter/definition.ts';
import { mail } from './mail/definition.ts';
import { rightSource } from './right-source/definition.ts';
import { soap } from './soap/definition.ts';
import { sqlRead } from './sql/definition.ts';

const CONNECTOR_TYPES = [
  'be-national-register',
  'be-social-housing-register',
  'be-taxable-income',
  'be-real-property',
  'be-lease-register',
  'be-address',
  'be-enterprise-register',
  'be-tax-attestation',
  'be-social-attestation',
  'be-vehicle-register',
  'be-technical-inspection',
  'be-motor-insurance',
  'be-vehicle-registration',
  'be-driving-license',
  'be-criminal-record',
  'be-mandates',
  'right-source',
  'case-store',
  'case-message',
  'calendar',
  'letter',
  'mail',
  'crm-upsert',
  'crm-query',
  'crm-changes',
  'crm-load',
  'crm-load-result',
  'http-json',
  'soap',
  'sql-read',
] as const;

export type ConnectorType = (typeof CONNECTOR_TYPES)[number];

/** Every connector by its job type; one without a definition does not compile. */
export const CATALOG: { readonly [Type in ConnectorType]: Connector } = {
  'be-national-register': beNationalRegister,
  'be-social-housing-register': beSocialHousingRegister,
  'be-taxable-income': beTaxableIncome,
  'be-real-property': beRealProperty,
  'be-lease-register': beLeaseRegister,
  'be-address': beAddress,
  'be-enterprise-register': beEnterpriseRegister,
  'be-tax-attestation': beTaxAttestation,
  'be-social-attestation': beSocialAttestation,
  'be-vehicle-register': beVehicleRegister,
  'be-technical-inspection': beTechnicalInspection,
  'be-motor-insurance': beMotorInsurance,
  'be-vehicle-registration': beVehicleRegistration,
  'be-driving-license': beDrivingLicense,
  'be-criminal-record': beCriminalRecord,
  'be-mandates': beMandates,
  'right-source': rightSource,
  'case-store': caseStore,
  'case-message': caseMessage,
  calendar,
  letter,
  mail,
  'crm-upsert': crmUpsert,
  'crm-query': crmQuery,
  'crm-changes': crmChanges,
  'crm-load': crmLoad,
  'crm-load-result': crmLoadResult,
  'http-json': httpJson,
  soap,
  'sql-read': sqlRead,
};

/** The catalog in the order in which the designer shows it. */
export const connectors: readonly Connector[] = CONNECTOR_TYPES.map((type) => CATALOG[type]);
