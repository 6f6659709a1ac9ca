import type { Locale } from '@irisflow/ui';
import { personalTexts } from '../texts/personal-texts.ts';
import { pageCode } from './page-code.tsx';

/** What most visits never open comes when it is opened. */
const signIn = pageCode(async () => (await import('../session/CitizenSignIn.tsx')).CitizenSignIn);
const askLink = pageCode(async () => (await import('../session/MailLinkPages.tsx')).AskLinkPage);
const openLink = pageCode(async () => (await import('../session/MailLinkPages.tsx')).OpenLinkPage);
const eligibility = pageCode(async () => (await import('../catalog/EligibilityPage.tsx')).EligibilityPage);
const opening = pageCode(async () => (await import('../application/OpenApplicationPage.tsx')).OpenApplicationPage);
const application = pageCode(async () => (await import('../application/ApplicationPage.tsx')).ApplicationPage);
const receipt = pageCode(async () => (await import('../application/ReceiptPage.tsx')).ReceiptPage);
const myCases = pageCode(async () => (await import('../cases/MyCasesPage.tsx')).MyCasesPage);
const oneCase = pageCode(async () => (await import('../cases/CasePage.tsx')).CasePage);
const answering = pageCode(async () => (await import('../cases/AnswerPage.tsx')).AnswerPage);
const changing = pageCode(async () => (await import('../changes/ChangePage.tsx')).ChangePage);
const myData = pageCode(async () => (await import('../my-data/MyDataPage.tsx')).MyDataPage);
const mandates = pageCode(async () => (await import('../mandates/MandatesPage.tsx')).MandatesPage);
const party = pageCode(async () => (await import('../mandates/PartyPage.tsx')).PartyPage);
const account = pageCode(async () => (await import('../session/CitizenAccount.tsx')).CitizenAccount);
const counter = () => import('../appointments/entry.ts');
const appointments = pageCode(async () => (await counter()).AppointmentRoutes);
const coming = pageCode(async () => (await counter()).ComeToCounter);
const held = () => import('../rights/entry.ts');
const rights = pageCode(async () => (await held()).RightRoutes);
const checking = pageCode(async () => (await held()).CheckPage);
const paying = pageCode(async () => (await import('../payments/entry.ts')).PaymentRoutes);
const invited = pageCode(async () => (await import('../invitations/MyInvitationsPage.tsx')).MyInvitationsPage);
const about = () => import('../about/entry.ts');
const accessibility = pageCode(async () => (await about()).AccessibilityPage);
const statement = pageCode(async () => (await about()).StatementPage);
const statementLink = pageCode(async () => (await about()).StatementLink);

export const CitizenSignIn = signIn.Page;
export const AskLinkPage = askLink.Page;
export const OpenLinkPage = openLink.Page;
export const EligibilityPage = eligibility.Page;
export const OpenApplicationPage = opening.Page;
export const ApplicationPage = application.Page;
export const ReceiptPage = receipt.Page;
export const MyCasesPage = myCases.Page;
export const CasePage = oneCase.Page;
export const AnswerPage = answering.Page;
export const ChangePage = changing.Page;
export const MyDataPage = myData.Page;
export const MandatesPage = mandates.Page;
export const PartyPage = party.Page;
export const CitizenAccount = account.Page;
export const AppointmentRoutes = appointments.Page;
/** A part of pages, with texts of its own. */
export const ComeToCounter = coming.Page;
export const RightRoutes = rights.Page;
export const CheckPage = checking.Page;
export const PaymentRoutes = paying.Page;
export const MyInvitationsPage = invited.Page;
export const AccessibilityPage = accessibility.Page;
export const StatementPage = statement.Page;
/** A part of pages, with texts of its own. */
export const StatementLink = statementLink.Page;

/** Which code an address needs, the language left out. */
const addresses: readonly (readonly [RegExp, () => Promise<void>])[] = [
  [/^\/sign-in$/, signIn.load],
  [/^\/procedures\/[^/]+\/eligibility$/, eligibility.load],
  [/^\/procedures\/[^/]+\/application$/, opening.load],
  [/^\/applications\/[^/]+$/, application.load],
  [/^\/my\/cases$/, myCases.load],
  [/^\/my\/cases\/[^/]+$/, oneCase.load],
  [/^\/my\/cases\/[^/]+\/change$/, changing.load],
  [/^\/my\/cases\/[^/]+\/receipt$/, receipt.load],
  [/^\/my\/cases\/[^/]+\/answer\/[^/]+$/, answering.load],
];

const isPersonal = (path: string): boolean =>
  /^\/(?:my|applications)\/|^\/procedures\/[^/]+\/(?:application|appointment)$/.test(path);

/** Fetches what the page at an address needs beside the first one: its code, and texts; most pages have theirs already. */
export const loadPageAt = async (path: string, locale: Locale): Promise<void> => {
  const code = addresses.find(([address]) => address.test(path))?.[1];
  await Promise.all([code?.(), isPersonal(path) ? personalTexts.load(locale) : undefined]);
};
