using InclusionPlatform.Shared.Documents;

namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>A company's document stands as any does, against the others of its kind; of the kind "other" each counts by itself.</summary>
internal static class CompanyDocumentValidity
{
    public static DocumentState Of(CompanyDocumentRow document, IReadOnlyList<CompanyDocumentRow> all, DateOnly today) => DocumentValidity.Of(
        document.ValidUntil,
        document.Kind is CompanyDocumentKind.Other ? [] : all.Where(other => other.Id != document.Id && other.Kind == document.Kind).Select(other => other.ValidUntil),
        today);
}
