import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDiaryTemplates } from '../api/diary';

/** Puts a template into the text. What is typed already stays: the template goes below it. */
export function TemplatePicker() {
  const { t } = useTranslation('beneficiaries');
  const templates = useDiaryTemplates().data ?? [];
  const { getValues, setValue, setFocus } = useFormContext<{ text: string; kind: string }>();
  const id = useId();
  if (templates.length === 0) return null;
  const choose = (chosen: string) => {
    const template = templates.find((one) => one.id === chosen);
    if (!template) return;
    const typed = getValues('text').trimEnd();
    setValue('text', typed ? `${typed}\n\n${template.text}` : template.text, { shouldDirty: true });
    if (!typed && template.kind) setValue('kind', template.kind, { shouldDirty: true });
    setFocus('text');
  };
  return (
    <div className="field half">
      <label className="f" htmlFor={id}>
        {t('diary.template')}
      </label>
      <select id={id} className="f0" value="" onChange={(event) => choose(event.target.value)}>
        <option value="">{t('diary.chooseTemplate')}</option>
        {templates.map((template) => (
          <option key={template.id} value={template.id}>
            {template.name}
          </option>
        ))}
      </select>
    </div>
  );
}
