export { CATALOG, connectors, type ConnectorType } from './catalog.ts';
export { beAddress } from './be-address/definition.ts';
export { beLeaseRegister } from './be-lease-register/definition.ts';
export { beNationalRegister } from './be-national-register/definition.ts';
export { beRealProperty } from './be-real-property/definition.ts';
export { beSocialHousingRegister } from './be-social-housing-register/definition.ts';
export { beTaxableIncome } from './be-taxable-income/definition.ts';
export { caseStore } from './case-store/definition.ts';
export { httpJson } from './http-json/definition.ts';
export { letter } from './letter/definition.ts';
export { mail } from './mail/definition.ts';
export {
  PLATFORM_CALLS,
  platformCallUrl,
  platformDocumentUrl,
  type PlatformCallName,
  type PlatformRequest,
  type PlatformResponse,
} from './platform-api.ts';
export { platformAllowList } from './platform-allow-list.ts';
export { platformConsultations, platformDocuments, type PlatformAccess } from './platform-client.ts';
