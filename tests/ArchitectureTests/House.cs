using System.Reflection;
using Mono.Cecil;

namespace InclusionPlatform.ArchitectureTests;

/// <summary>The house as it is on disk: nothing here is listed by hand.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Names of the modules: each folder of <c>modules/</c> that has a Contracts beside it.</summary>
    public static IReadOnlyList<string> Modules { get; } = [.. Directory.GetDirectories(Path.Combine(Root, "modules"))
        .Select(folder => Path.GetFileName(folder)!)
        .Where(name => Directory.Exists(Path.Combine(Root, "modules", $"{name}.Contracts")))
        .Order(StringComparer.Ordinal)];

    /// <summary>Everything of ours that ships.</summary>
    public static IReadOnlyList<string> Assemblies { get; } = [.. Modules.SelectMany(name => new[] { $"InclusionPlatform.{name}", $"InclusionPlatform.{name}.Contracts" }), "InclusionPlatform.Shared", "InclusionPlatform.Api"];

    public static AssemblyDefinition Read(string assembly) => AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));

    public static Assembly Load(string assembly) => Assembly.Load(assembly);

    /// <summary>Prefix of a module's tables: <c>CompanyNetwork</c> owns <c>company_network_…</c>.</summary>
    public static string PrefixOf(string assembly)
    {
        var name = assembly["InclusionPlatform.".Length..] switch
        {
            "Api" => "Access",
            var other => other,
        };
        return string.Concat(name.Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}")) + "_";
    }

    public static IEnumerable<string> SourceFiles(string pattern) => new[] { "api", "modules", "demo", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories));

    /// <summary>All types, nested ones too.</summary>
    public static IEnumerable<TypeDefinition> Types(AssemblyDefinition assembly) => assembly.MainModule.GetTypes();

    public static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "EmbeddedAttribute")
        || (type.DeclaringType is { } outer && IsGenerated(outer)) || type.Namespace is "" or "System.Runtime.CompilerServices" or "Microsoft.CodeAnalysis" || type.Namespace.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || type.Namespace.StartsWith("System.", StringComparison.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "InclusionPlatform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The solution is not above the test's folder.");
    }
}
