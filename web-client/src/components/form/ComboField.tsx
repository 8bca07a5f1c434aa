import { useEffect, useRef, useState, type Ref } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { classes } from '../../lib/classes';
import { useDebounced } from '../../lib/use-debounced';
import { Icon } from '../Icon';
import { OptionMore } from '../OptionMore';
import { useOptionList } from '../useOptionList';
import { FieldFrame, useField, type FieldAccess, type FieldProps } from './Field';
import type { Answers, Option } from '../../lib/answers';

export interface ComboSource {
  /** Names the answers in the cache: `['municipalities']`. */
  source: readonly unknown[];
  load: (text: string, signal: AbortSignal) => Promise<Answers>;
  placeholder?: string;
  /** How many letters it takes to ask; 0 offers the first ones at once. */
  minLength?: number;
}

/** A choice among many: type, walk with the arrows, Enter. The form's value is the whole option, or `null`. */
export function ComboField(props: FieldProps & ComboSource) {
  const wiring = useField(props, (value) => (value as Option).label);
  const { field } = useController({ name: props.name });
  return <ComboControl {...props} {...wiring} value={field.value as Option | null} onChange={field.onChange} onBlur={field.onBlur} inputRef={field.ref} />;
}

interface ComboControlProps extends FieldProps, ComboSource {
  id: string;
  error?: string;
  access: FieldAccess;
  value: Option | null;
  onChange: (option: Option | null) => void;
  onBlur: () => void;
  inputRef: Ref<HTMLInputElement>;
}

/** The box itself, for fields whose form value is something else than the option. */
export function ComboControl({ name, label, help, required, width, source, load, placeholder, minLength = 2, id, error, access, value, onChange, onBlur, inputRef }: ComboControlProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(value?.label ?? '');
  const [open, setOpen] = useState(false);
  const known = useRef(value);
  useEffect(() => {
    if (known.current === value) return;
    known.current = value;
    setText(value?.label ?? '');
  }, [value]);

  const asked = useDebounced(text.trim(), 200);
  const wanted = open && asked.length >= minLength && asked !== value?.label;
  const answers = useQuery({
    queryKey: ['combo', ...source, asked],
    queryFn: ({ signal }) => load(asked, signal),
    enabled: wanted,
    // Names of people may be among the answers: they leave with the field.
    gcTime: 0,
    placeholderData: (previous) => previous,
  });
  const options = wanted ? (answers.data?.options ?? []) : [];
  const showList = open && wanted && (answers.isSuccess || answers.isError);
  const more = showList && options.length > 0 && !!answers.data?.more;

  const choose = (option: Option | null) => {
    known.current = option;
    onChange(option);
    setText(option?.label ?? '');
    setOpen(false);
  };
  const list = useOptionList(options.length, (index) => choose(options[index]!), () => leave());
  // A text that is not one of the answers is no choice: the last choice comes back.
  const leave = () => {
    setOpen(false);
    if (text.trim() === '') choose(null);
    else setText(value?.label ?? '');
  };

  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <div className="combo">
        <input
          {...access}
          {...list.inputProps(showList)}
          ref={inputRef}
          name={name}
          className="f0"
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && !open) setOpen(true);
            if (event.key === 'Escape' && !open) return;
            if (event.key === 'Enter' && !showList) return;
            list.onKeyDown(event);
          }}
          onBlur={() => {
            onBlur();
            leave();
          }}
        />
        <Icon name={answers.isFetching ? 'refresh' : 'search'} className={classes(answers.isFetching && 'turning')} />
        {showList && (
          <div className="option-box">
            <ul className="option-list" {...list.listProps} aria-label={label}>
              {options.map((option, index) => (
                <li key={option.id} {...list.optionProps(index)}>
                  {option.label}
                  {option.detail && <small>{option.detail}</small>}
                </li>
              ))}
              {options.length === 0 && (
                <li className="none" role="option" aria-disabled="true" aria-selected="false">
                  {answers.isError ? t('combo.failed') : t('combo.none')}
                </li>
              )}
            </ul>
            {more && <OptionMore>{t('combo.more')}</OptionMore>}
          </div>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {showList && t('results', { count: options.length })}
        {more && `. ${t('combo.more')}`}
      </span>
    </FieldFrame>
  );
}
