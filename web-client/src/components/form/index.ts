export { Form } from './Form';
export { FieldRow } from './Field';
export { TextField, TextArea, DateField, NumberField, MoneyField, PasswordField } from './fields';
export { SelectField, CheckField, CheckGroup, RadioGroup, type Choice } from './choices';
export { ComboField } from './ComboField';
export { FileField } from './FileField';
export { useApiForm, type ApiForm } from './useApiForm';
export { text, day, email, choice, amount, picked, type Option } from './schema';
