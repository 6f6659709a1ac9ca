/** What pages outside load of statements on accessibility, in one piece. */
export { AccessibilityPage } from './AccessibilityPage.tsx';
export { StatementLink } from './StatementLink.tsx';
export { StatementPage } from './StatementPage.tsx';
