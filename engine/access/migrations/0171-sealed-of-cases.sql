-- What was sealed beside the entries about a case is found without walking the chain.
create index audit_entry_sealed_of_case on :schema.audit_entry (chain, (detail ->> 'case')) where detail ? 'sealed';
