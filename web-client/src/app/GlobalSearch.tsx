import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useSearch } from '../api/search';
import { Icon } from '../components/Icon';
import type { IconName } from '../components/icons';
import { IconButton } from '../components/Button';
import { describeError } from '../components/states';
import { OptionMore } from '../components/OptionMore';
import { useOptionList } from '../components/useOptionList';
import { classes } from '../lib/classes';
import { useDebounced } from '../lib/use-debounced';

const iconOf: Record<string, IconName> = { company: 'pa', beneficiary: 'user', internship: 'card', course: 'presentation', opportunity: 'mail', edition: 'mail', 'course-edition': 'presentation' };

/** People, companies, internships, courses from everywhere: `/` opens it, arrows and Enter choose, Escape gives it back. */
export function GlobalSearch() {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [onPhone, setOnPhone] = useState(false);
  const asked = useDebounced(text.trim(), 200);
  const answer = useSearch(open ? asked : '');
  const results = open && asked.length >= 2 ? (answer.data?.results ?? []) : [];
  const showList = open && asked.length >= 2 && (answer.isSuccess || answer.isError);
  const more = showList && results.length > 0 && !!answer.data?.more;

  const close = () => {
    setOpen(false);
    setOnPhone(false);
  };
  const choose = (index: number) => {
    const result = results[index];
    if (!result) return;
    close();
    setText('');
    input.current?.blur();
    void navigate(result.link);
  };
  const list = useOptionList(results.length, choose, () => {
    close();
    setText('');
    input.current?.blur();
  });

  useEffect(() => {
    const onSlash = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || target.closest('input,textarea,select,[contenteditable],dialog')) return;
      event.preventDefault();
      setOnPhone(true);
      input.current?.focus();
    };
    document.addEventListener('keydown', onSlash);
    return () => document.removeEventListener('keydown', onSlash);
  }, []);
  useEffect(() => {
    if (onPhone) input.current?.focus();
  }, [onPhone]);

  return (
    <>
      <IconButton icon="search" label={t('search.open')} className="search-open" aria-expanded={onPhone} onClick={() => setOnPhone(true)} />
      <div className={classes('search', onPhone && 'on-phone')} role="search" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}>
        <Icon name="search" />
        <input
          ref={input}
          {...list.inputProps(showList)}
          type="text"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onKeyDown={list.onKeyDown}
        />
        <kbd aria-hidden="true">/</kbd>
        <IconButton icon="close" label={t('search.close')} className="search-close" onClick={close} />
        {showList && (
          <div className="option-box">
            <ul className="option-list results" {...list.listProps} aria-label={t('search.results')}>
              {results.map((result, index) => (
                <li key={`${result.kind}${result.link}`} {...list.optionProps(index)}>
                  <Icon name={iconOf[result.kind] ?? 'file'} />
                  <span className="result">
                    <b>{result.title}</b>
                    {result.detail && <small>{result.detail}</small>}
                  </span>
                  <small className="kind">{t([`search.kind.${result.kind}`, 'search.other'])}</small>
                </li>
              ))}
              {results.length === 0 && (
                <li className="none" role="option" aria-disabled="true" aria-selected="false">
                  {answer.isError ? describeError(answer.error, t).title : t('search.none', { text: asked })}
                </li>
              )}
            </ul>
            {more && <OptionMore>{t('search.more')}</OptionMore>}
          </div>
        )}
        <span className="visually-hidden" role="status">
          {showList && t('results', { count: results.length })}
          {more && `. ${t('search.more')}`}
        </span>
      </div>
    </>
  );
}
