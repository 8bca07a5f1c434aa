using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Participation;

/// <summary>What the module registers and maps of this room.</summary>
internal static class ParticipationRoom
{
    public const string Report = "programmes:report";

    public static void AddParticipation(this IServiceCollection services)
    {
        services.AddRights(new Right(
            Report, new("Leggere ed esportare gli indicatori dei programmi per chi finanzia", "Read and export the indicators of programmes for the funders"), false, Role.Coordinator, Role.Administrator));
        services.AddScoped<ParticipationDesk>();
        services.AddScoped<ForgetParticipations>();
        services.AddScoped<IDueWorkSource, DueParticipations>();
        FieldLabels.Add(Labels);
    }

    public static void MapParticipation(this IEndpointRouteBuilder programmes, IEndpointRouteBuilder beneficiaries)
    {
        programmes.MapGetEntry();
        programmes.MapEnrolParticipant();
        programmes.MapListParticipations(beneficiaries);
        programmes.MapRecordLeaving();
        programmes.MapGetIndicators();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("enteredOn", "Ingresso nel programma", "Entry into the programme"),
        ("employment", "Lavoro all'ingresso", "Work at entry"),
        ("unemployedSince", "Senza lavoro dal", "Without work since"),
        ("disability", "Disabilità", "Disability"),
        ("thirdCountry", "Cittadinanza di un paese terzo", "Third-country national"),
        ("foreignBackground", "Origine straniera", "Foreign background"),
        ("minority", "Minoranza", "Minority"),
        ("housingExclusion", "Esclusione abitativa", "Housing exclusion"),
        ("rural", "Zona rurale", "Rural area"),
        ("leftOn", "Uscita dal programma", "Exit from the programme"),
        ("qualification", "Qualifica", "Qualification"),
    ];
}
