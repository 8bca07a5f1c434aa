using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// What the code's own documentation says of a record and of its fields, for the API's document: the framework takes along only what is public, and almost everything here is not.
/// </summary>
internal static partial class WrittenWords
{
    private const string Ours = "InclusionPlatform.";

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> Known = [];

    /// <summary>What a type is.</summary>
    public static string? Of(Type type) => Element($"T:{NameOf(type)}", type)?.Element("summary") is { } summary ? Plain(summary) : null;

    /// <summary>What a type is; of a list of codes also what each of them means, where that is written.</summary>
    public static string? OfShared(Type type)
    {
        var codes = type.IsEnum
            ? Enum.GetNames(type)
                .Select(name => (Name: name, Words: Element($"F:{NameOf(type)}.{name}", type)?.Element("summary") is { } summary ? Plain(summary) : null))
                .Where(code => code.Words is not null)
                .Select(code => $"- `{JsonNamingPolicy.CamelCase.ConvertName(code.Name)}`: {code.Words}").ToArray()
            : [];
        return codes.Length == 0 ? Of(type) : $"{Of(type)}\n\n{string.Join('\n', codes)}";
    }

    /// <summary>What a field means; a field of a record may be told by the record, by what it inherits from, or by the interface that it fulfils.</summary>
    public static string? Of(PropertyInfo property) =>
        property.DeclaringType is { } declaring ? Told(declaring, property.Name) ?? declaring.GetInterfaces().Select(one => Told(one, property.Name)).FirstOrDefault(words => words is not null) : null;

    private static string? Told(Type type, string name) =>
        Element($"P:{NameOf(type)}.{name}", type)?.Element("summary") is { } summary ? Plain(summary)
        : Element($"T:{NameOf(type)}", type)?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == name) is { } parameter ? Plain(parameter)
        : null;

    private static XElement? Element(string member, Type type) => type.Assembly.GetName().Name?.StartsWith(Ours, StringComparison.Ordinal) is true
        ? Known.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member) : null;

    private static Dictionary<string, XElement> Read(Assembly assembly) => Path.ChangeExtension(assembly.Location, ".xml") is var file && File.Exists(file)
        ? XDocument.Load(file).Descendants("member").DistinctBy(member => (string?)member.Attribute("name")).ToDictionary(member => (string)member.Attribute("name")!) : [];

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Plain(XElement words)
    {
        var text = string.Concat(words.DescendantNodes().Select(node => node switch
        {
            XText inner when inner.Parent is { Name.LocalName: "c" } => $"`{inner.Value}`",
            XText inner => inner.Value,
            XElement { IsEmpty: true } link when ((string?)link.Attribute("cref") ?? (string?)link.Attribute("langword") ?? (string?)link.Attribute("name")) is { } to => $"`{Shown(to)}`",
            _ => "",
        }));
        return Spaces().Replace(text, " ").Trim() is { Length: > 0 } plain ? plain : null;
    }

    /// <summary>A field by the name that it has in JSON.</summary>
    private static string Shown(string to) => to.Split('(')[0].Split('.')[^1] is var name && to.StartsWith("P:", StringComparison.Ordinal) ? JsonNamingPolicy.CamelCase.ConvertName(name) : name.Split(':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
