import type { Categorization } from '../form.ts';

export const samplePages: Categorization = {
  type: 'Categorization',
  options: { variant: 'stepper', review: true },
  elements: [
    {
      type: 'Category',
      id: 'p_identity',
      i18n: 'page.identity',
      elements: [
        {
          type: 'Group',
          id: 'g_person',
          i18n: 'group.person',
          elements: [
            {
              type: 'Control',
              id: 'c_niss',
              scope: '#/properties/applicant/properties/nationalNumber',
              i18n: 'applicant.nationalNumber',
              options: { widget: 'national-number' },
            },
            {
              type: 'HorizontalLayout',
              id: 'h_names',
              elements: [
                {
                  type: 'Control',
                  id: 'c_last',
                  scope: '#/properties/applicant/properties/lastName',
                  i18n: 'applicant.lastName',
                  options: { widget: 'text', autocomplete: 'family-name' },
                },
                {
                  type: 'Control',
                  id: 'c_first',
                  scope: '#/properties/applicant/properties/firstName',
                  i18n: 'applicant.firstName',
                  options: { widget: 'text', autocomplete: 'given-name' },
                },
              ],
            },
            {
              type: 'Control',
              id: 'c_birth',
              scope: '#/properties/applicant/properties/birthDate',
              i18n: 'applicant.birthDate',
              options: { widget: 'date' },
            },
          ],
        },
        {
          type: 'Group',
          id: 'g_contact',
          i18n: 'group.contact',
          elements: [
            {
              type: 'Control',
              id: 'c_email',
              scope: '#/properties/applicant/properties/email',
              i18n: 'applicant.email',
              options: { widget: 'email', autocomplete: 'email', width: 'two-thirds' },
            },
            {
              type: 'Control',
              id: 'c_phone',
              scope: '#/properties/applicant/properties/phone',
              i18n: 'applicant.phone',
              options: { widget: 'tel', autocomplete: 'tel', width: 'half' },
            },
            {
              type: 'Control',
              id: 'c_domicile',
              scope: '#/properties/domicile',
              i18n: 'domicile',
              options: { widget: 'address' },
            },
          ],
        },
      ],
    },
    {
      type: 'Category',
      id: 'p_household',
      i18n: 'page.household',
      elements: [
        {
          type: 'Control',
          id: 'c_household',
          scope: '#/properties/household',
          i18n: 'household',
          options: {
            widget: 'table',
            detail: [
              {
                type: 'Control',
                id: 'r_name',
                scope: '#/properties/name',
                i18n: 'person.name',
                options: { widget: 'text', width: 'two-thirds' },
              },
              {
                type: 'Control',
                id: 'r_birth',
                scope: '#/properties/birthDate',
                i18n: 'person.birthDate',
                options: { widget: 'date' },
              },
              {
                type: 'Control',
                id: 'r_relation',
                scope: '#/properties/relation',
                i18n: 'person.relation',
                options: { widget: 'select', width: 'half' },
              },
              {
                type: 'Control',
                id: 'r_relation_text',
                scope: '#/properties/relationText',
                i18n: 'person.relationText',
                options: {
                  widget: 'text',
                  requiredWhen: { scope: '#/properties/relation', schema: { const: 'other' } },
                },
                rule: { effect: 'SHOW', condition: { scope: '#/properties/relation', schema: { const: 'other' } } },
              },
              {
                type: 'Control',
                id: 'r_dependent',
                scope: '#/properties/dependent',
                i18n: 'person.dependent',
                options: { widget: 'checkbox' },
              },
            ],
          },
        },
        {
          type: 'Control',
          id: 'c_size',
          scope: '#/properties/householdSize',
          i18n: 'householdSize',
          options: { widget: 'computed', calc: { op: 'count', scope: '#/properties/household' } },
        },
        {
          type: 'Control',
          id: 'c_income_changed',
          scope: '#/properties/incomeChanged',
          i18n: 'incomeChanged',
          options: { widget: 'yes-no' },
        },
        {
          type: 'Control',
          id: 'c_income_change',
          scope: '#/properties/incomeChange',
          i18n: 'incomeChange',
          options: {
            widget: 'textarea',
            rows: 4,
            requiredWhen: { scope: '#/properties/incomeChanged', schema: { const: true } },
          },
          rule: { effect: 'SHOW', condition: { scope: '#/properties/incomeChanged', schema: { const: true } } },
        },
      ],
    },
    {
      type: 'Category',
      id: 'p_housing',
      i18n: 'page.housing',
      elements: [
        {
          type: 'Control',
          id: 'c_lease_start',
          scope: '#/properties/leaseStart',
          i18n: 'leaseStart',
          options: { widget: 'date' },
        },
        {
          type: 'HorizontalLayout',
          id: 'h_rent',
          elements: [
            {
              type: 'Control',
              id: 'c_rent',
              scope: '#/properties/monthlyRent',
              i18n: 'monthlyRent',
              options: { widget: 'money' },
            },
            {
              type: 'Control',
              id: 'c_charges',
              scope: '#/properties/charges',
              i18n: 'charges',
              options: { widget: 'money' },
            },
          ],
        },
        {
          type: 'Control',
          id: 'c_cost',
          scope: '#/properties/housingCost',
          i18n: 'housingCost',
          options: {
            widget: 'computed',
            calc: { op: 'sum', scopes: ['#/properties/monthlyRent', '#/properties/charges'] },
          },
        },
        {
          type: 'Control',
          id: 'c_landlord',
          scope: '#/properties/landlordType',
          i18n: 'landlordType',
          options: { widget: 'radio' },
        },
        {
          type: 'Label',
          id: 'n_agency',
          i18n: 'notice.agency',
          options: { tone: 'warning' },
          rule: { effect: 'SHOW', condition: { scope: '#/properties/landlordType', schema: { const: 'agency' } } },
        },
        {
          type: 'Control',
          id: 'c_landlord_number',
          scope: '#/properties/landlordNumber',
          i18n: 'landlordNumber',
          options: { widget: 'enterprise-number' },
          rule: {
            effect: 'SHOW',
            condition: { scope: '#/properties/landlordType', schema: { enum: ['company', 'agency'] } },
          },
        },
        {
          type: 'Control',
          id: 'c_aids',
          scope: '#/properties/otherAids',
          i18n: 'otherAids',
          options: { widget: 'checkboxes' },
        },
        { type: 'Control', id: 'c_lease', scope: '#/properties/lease', i18n: 'lease', options: { widget: 'file' } },
      ],
    },
    {
      type: 'Category',
      id: 'p_payment',
      i18n: 'page.payment',
      elements: [
        { type: 'Control', id: 'c_iban', scope: '#/properties/iban', i18n: 'iban', options: { widget: 'iban' } },
        {
          type: 'Control',
          id: 'c_note',
          scope: '#/properties/internalNote',
          i18n: 'internalNote',
          options: { widget: 'textarea' },
        },
        {
          type: 'Control',
          id: 'c_declaration',
          scope: '#/properties/declaration',
          i18n: 'declaration',
          options: { widget: 'declaration' },
        },
      ],
    },
  ],
};
