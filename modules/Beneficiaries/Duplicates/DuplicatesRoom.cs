using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Beneficiaries.People;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Duplicates;

/// <summary>What the module registers and maps of this room.</summary>
internal static class DuplicatesRoom
{
    public static void AddPeopleMerges(this IServiceCollection services)
    {
        services.AddScoped<DuplicateFinder>();
        services.AddScoped<PersonRecord>();
        services.AddScoped<MergedPeople>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<MergeRules>();
        services.AddScoped<MovedRows>();
        services.AddScoped<MergedParticipations>();
        services.AddScoped<PersonSeals>();
        services.AddScoped<IDueWorkSource, DueDuplicates>();
        services.AddJob(new("beneficiaries.seek-duplicates", "30 * * * * ?", () => new SeekDuplicates(), OncePerOccurrence: false));
        FieldLabels.Add(Labels);
    }

    public static void MapPeopleMerges(this IEndpointRouteBuilder api, IEndpointRouteBuilder beneficiaries)
    {
        api.MapListDuplicatePeople(beneficiaries);
        api.MapHiddenTwins(beneficiaries);
        api.MapDismissDuplicatePeople();
        beneficiaries.MapComparePeople();
        beneficiaries.MapMergePeople();
        beneficiaries.MapListPersonMerges();
        beneficiaries.MapUndoPersonMerge();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("absorbedId", "Scheda da unire", "Record to merge"),
        ("absorbedVersion", "Versione della scheda da unire", "Version of the record to merge"),
        ("take", "Valori da prendere", "Values to take"),
    ];
}
