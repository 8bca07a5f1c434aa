using System.Reflection;

namespace InclusionPlatform.Shared.Reference;

/// <summary>Reads a table shipped inside the assembly: fields separated by |, the first line names them, lines with # are comments.</summary>
internal static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"{typeof(EmbeddedTable).Namespace}.Data.{file}")
            ?? throw new InvalidOperationException($"The reference table {file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var columns = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var fields = line.Split('|');
            if (columns == 0)
            {
                columns = fields.Length;
                continue;
            }

            yield return fields.Length == columns
                ? fields
                : throw new InvalidOperationException($"The reference table {file} has a line of {fields.Length} fields, not {columns}.");
        }
    }
}
