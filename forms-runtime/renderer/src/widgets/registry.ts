import { AddressWidget } from './AddressWidget.tsx';
import {
  CheckboxesWidget,
  CheckboxWidget,
  DeclarationWidget,
  RadioWidget,
  SelectWidget,
  YesNoWidget,
} from './choice-widgets.tsx';
import { ComputedWidget } from './ComputedWidget.tsx';
import { FileWidget } from './FileWidget.tsx';
import { TableWidget } from './TableWidget.tsx';
import {
  DateWidget,
  EmailWidget,
  EnterpriseNumberWidget,
  IbanWidget,
  MoneyWidget,
  NationalNumberWidget,
  NumberWidget,
  TelWidget,
  TextAreaWidget,
  TextWidget,
} from './text-widgets.tsx';
import type { WidgetRegistry } from './widget-props.ts';

/** The widgets of the Irisflow look. */
export const widgets: WidgetRegistry = {
  text: TextWidget,
  textarea: TextAreaWidget,
  email: EmailWidget,
  tel: TelWidget,
  number: NumberWidget,
  money: MoneyWidget,
  date: DateWidget,
  radio: RadioWidget,
  select: SelectWidget,
  checkboxes: CheckboxesWidget,
  'yes-no': YesNoWidget,
  checkbox: CheckboxWidget,
  declaration: DeclarationWidget,
  'national-number': NationalNumberWidget,
  iban: IbanWidget,
  'enterprise-number': EnterpriseNumberWidget,
  address: AddressWidget,
  file: FileWidget,
  table: TableWidget,
  computed: ComputedWidget,
};
