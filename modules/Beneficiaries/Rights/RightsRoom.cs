using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Beneficiaries.Rights.Copy;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Rights;

/// <summary>What the module registers and maps of this room.</summary>
internal static class RightsRoom
{
    public static void AddPersonRights(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>("Beneficiaries:Retention");
        services.AddScoped<RectificationTrail>();
        services.AddScoped<MarkBook>();
        services.AddScoped<RetentionDesk>();
        services.AddScoped<Anonymiser>();
        services.AddScoped<BodyNames>();
        services.AddScoped<RecordsOfPerson>();
        services.AddScoped<RecordsOfCases>();
        services.AddScoped<IDueWorkSource, DueRetention>();
        services.AddJob(new("beneficiaries.destroy-keys", "0 */5 * * * ?", () => new DestroyKeys(), OncePerOccurrence: false));
        services.AddJob(new("beneficiaries.anonymise-again", "0 */15 * * * ?", () => new AnonymiseAgain(), OncePerOccurrence: false));
        services.AddJob(new("beneficiaries.seal-with-person-keys", "0 10 * * * ?", () => new SealWithPersonKeys()));
        FieldLabels.Add(Labels);
    }

    public static void MapPersonRights(this IEndpointRouteBuilder api, IEndpointRouteBuilder beneficiaries)
    {
        beneficiaries.MapGetRights();
        beneficiaries.MapConsents();
        beneficiaries.MapPersonMarks();
        beneficiaries.MapCopyPerson();
        beneficiaries.MapAnonymise();
        api.MapListRetention();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("textVersion", "Versione del testo", "Version of the text"),
        ("givenOn", "Data del consenso", "Day of the consent"),
        ("proof", "Prova", "Proof"),
        ("documentId", "Documento", "Document"),
        ("untilOn", "Fino al", "Until"),
    ];
}
