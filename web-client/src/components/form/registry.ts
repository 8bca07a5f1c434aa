import { createContext, useContext, useEffect, useRef } from 'react';

/** A field on the screen: what the error summary links to and the comparison of two versions names. */
export interface ShownField {
  id: string;
  label: string;
  show?: (value: unknown) => string;
}

export type FieldRegistry = Map<string, ShownField>;

export const FieldRegistryContext = createContext<FieldRegistry | null>(null);

export function useShownField(name: string, field: ShownField) {
  const registry = useContext(FieldRegistryContext);
  const latest = useRef(field);
  latest.current = field;
  useEffect(() => {
    if (!registry) return;
    registry.set(name, {
      get id() {
        return latest.current.id;
      },
      get label() {
        return latest.current.label;
      },
      get show() {
        return latest.current.show;
      },
    });
    return () => void registry.delete(name);
  }, [registry, name]);
}
