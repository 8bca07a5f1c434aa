namespace InclusionPlatform.CompanyNetwork.Documents;

/// <summary>A document is told of thirty days before it ends, unless a later one of its kind is there; of the kind "other" each counts by itself.</summary>
internal static class DocumentValidity
{
    public const int DaysBefore = 30;

    public static DocumentState Of(CompanyDocumentRow document, IReadOnlyList<CompanyDocumentRow> all, DateOnly today)
    {
        var replaced = document.ValidUntil is not null && document.Kind is not CompanyDocumentKind.Other
            && all.Any(other => other.Id != document.Id && other.Kind == document.Kind && (other.ValidUntil is null || other.ValidUntil > document.ValidUntil));
        return document.ValidUntil switch
        {
            null => DocumentState.Valid,
            _ when replaced => DocumentState.Replaced,
            { } until when until < today => DocumentState.Expired,
            { } until when until <= today.AddDays(DaysBefore) => DocumentState.Expiring,
            _ => DocumentState.Valid,
        };
    }
}
