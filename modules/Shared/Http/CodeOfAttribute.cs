namespace InclusionPlatform.Shared.Http;

/// <summary>Says which enumeration's codes a parameter of the query takes, for the API's document: the value itself arrives as text and is read by <see cref="QueryCode"/>.</summary>
/// <param name="type">The enumeration.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class CodeOfAttribute(Type type) : Attribute
{
    /// <summary>The enumeration.</summary>
    public Type Type => type;
}
