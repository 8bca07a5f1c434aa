namespace InclusionPlatform.Api.Http;

/// <summary>
/// Names of schemas in the API's document. Modules choose their words freely, so an edition is one thing in training and another in the bulletin:
/// a name that two modules use carries its module first, or one would silently describe the other.
/// </summary>
internal static class SchemaNames
{
    private const string Ours = "InclusionPlatform.";

    private static readonly Lazy<HashSet<string>> Ambiguous = new(() => AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name?.StartsWith(Ours, StringComparison.Ordinal) == true)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && !type.IsAbstract)
        .GroupBy(type => type.Name)
        .Where(name => name.Select(type => type.Assembly).Distinct().Skip(1).Any())
        .Select(name => name.Key)
        .ToHashSet());

    /// <summary>The name of a type; a page or another wrapper of ours carries the module of what it holds.</summary>
    public static string Of(Type type, string id) => type.GenericTypeArguments.Append(type).Where(IsAmbiguous)
        .Aggregate(id, (name, one) => name.Replace(one.Name, ModuleOf(one) + one.Name, StringComparison.Ordinal));

    private static bool IsAmbiguous(Type type) => ModuleOf(type) is not null && Ambiguous.Value.Contains(type.Name);

    private static string? ModuleOf(Type type) => type.Assembly.GetName().Name is { } assembly && assembly.StartsWith(Ours, StringComparison.Ordinal) ? assembly.Split('.')[1] : null;
}
