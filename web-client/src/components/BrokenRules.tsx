import { isApiError } from '../api/problem';
import { Icon } from './Icon';

/** The rules that said no, each with the act it comes from. */
export function BrokenRules({ error }: { error: unknown }) {
  const rules = isApiError(error) ? (error.problem.rules ?? []) : [];
  if (rules.length === 0) return null;
  return (
    <ul className="broken-rules">
      {rules.map((rule) => (
        <li key={rule.code + rule.message} className="rule">
          <Icon name="warning-circle" className="late" />
          <span>
            {rule.message}
            {rule.act && <small>{rule.act}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
