export { AppHeader, type NavItem, type AppHeaderProps } from './components/AppHeader.tsx';
export { AppLink, LinkProvider, type AppLinkProps, type LinkProviderProps } from './components/AppLink.tsx';
export { Badge, type BadgeProps } from './components/Badge.tsx';
export { Brand, type BrandProps } from './components/Brand.tsx';
export { Breadcrumbs, type Crumb } from './components/Breadcrumbs.tsx';
export { Button, type ButtonTone, type ButtonProps } from './components/Button.tsx';
export { Card, type CardProps } from './components/Card.tsx';
export { Checkbox, type CheckboxProps } from './components/Checkbox.tsx';
export { CheckboxGroup, type CheckboxGroupProps } from './components/CheckboxGroup.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './components/ConfirmDialog.tsx';
export { DataTable, type Sorting, type Column, type DataTableProps } from './components/DataTable.tsx';
export { DateField, type DateFieldProps } from './components/DateField.tsx';
export { Dialog, type DialogProps } from './components/Dialog.tsx';
export { EmptyState, type EmptyStateProps } from './components/EmptyState.tsx';
export { ErrorSummary, type SummaryError, type ErrorSummaryProps } from './components/ErrorSummary.tsx';
export {
  controlAttributes,
  Field,
  FieldGroup,
  type FieldWidth,
  type FieldProps,
  type ControlAttributes,
  type FieldShellProps,
} from './components/Field.tsx';
export { FileField, type ListedFile, type FileFieldProps } from './components/FileField.tsx';
export { Footer, type FooterProps } from './components/Footer.tsx';
export { Icon, type IconName, type IconProps } from './components/Icon.tsx';
export { IrisMark, type IrisMarkProps } from './components/IrisMark.tsx';
export { LanguageSwitch, type LanguageSwitchProps } from './components/LanguageSwitch.tsx';
export { LinkButton, type LinkButtonProps } from './components/LinkButton.tsx';
export { Menu, type MenuItem, type MenuProps } from './components/Menu.tsx';
export { MoneyField, type MoneyFieldProps } from './components/MoneyField.tsx';
export { Notice, type NoticeTone, type NoticeProps } from './components/Notice.tsx';
export { NumberField, type NumberFieldProps } from './components/NumberField.tsx';
export { PageHeading, type PageHeadingProps } from './components/PageHeading.tsx';
export { PageLayout, type PageLayoutProps } from './components/PageLayout.tsx';
export { Pagination, type PaginationProps } from './components/Pagination.tsx';
export { ProgressBar, type ProgressBarProps } from './components/ProgressBar.tsx';
export { RadioGroup, type ChoiceOption, type RadioGroupProps } from './components/RadioGroup.tsx';
export { Select, type SelectProps } from './components/Select.tsx';
export { Skeleton } from './components/Skeleton.tsx';
export { SkipLink } from './components/SkipLink.tsx';
export { Spinner } from './components/Spinner.tsx';
export { StatusTag, type TagTone, type StatusTagProps } from './components/StatusTag.tsx';
export { StepIndicator, type Step, type StepIndicatorProps } from './components/StepIndicator.tsx';
export { SummaryList, type LineItem, type SummaryListProps } from './components/SummaryList.tsx';
export { Tabs, type Tab, type TabsProps } from './components/Tabs.tsx';
export { TextArea, type TextAreaProps } from './components/TextArea.tsx';
export { TextField, type TextFieldProps } from './components/TextField.tsx';
export { Timeline, type TimelineEntry } from './components/Timeline.tsx';
export { ToastProvider, useToast } from './components/ToastProvider.tsx';
export { VisuallyHidden } from './components/VisuallyHidden.tsx';
export { isLocale, localeNames, locales, localeTags, type Locale } from './i18n/locale.ts';
export {
  createMessageTranslator,
  createTranslator,
  type Catalogue,
  type CountedKey,
  type Messages,
  type MessageValues,
  type Translator,
} from './i18n/translator.ts';
export { formattersFor, type Formatters } from './i18n/formatters.ts';
export {
  I18nProvider,
  useFormatters,
  useLocale,
  useT,
  useTranslator,
  type I18nProviderProps,
} from './i18n/I18nProvider.tsx';
export { uiMessages, type UiKey } from './i18n/ui-messages.ts';
