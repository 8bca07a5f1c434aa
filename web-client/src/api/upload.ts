/** What a multipart upload sends: fields without a value are left out. Spread into the call beside its `params`. */
export function upload(fields: { file: File } & Record<string, string | File | null | undefined>) {
  return {
    body: { file: fields.file as unknown as string },
    bodySerializer: () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) if (value !== null && value !== undefined) form.append(name, value);
      return form;
    },
  };
}
