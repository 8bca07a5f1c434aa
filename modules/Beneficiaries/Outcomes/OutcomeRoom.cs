using InclusionPlatform.Beneficiaries.Integrations;
using InclusionPlatform.Shared.Messaging;

namespace InclusionPlatform.Beneficiaries.Outcomes;

/// <summary>What the module registers and maps of this room.</summary>
internal static class OutcomeRoom
{
    public static void AddOutcomes(this IServiceCollection services)
    {
        services.AddScoped<ClosureDesk>();
        services.AddScoped<IDueWorkSource, DueFollowUps>();
        FieldLabels.Add(Labels);
    }

    public static void MapOutcomes(this IEndpointRouteBuilder api, IEndpointRouteBuilder cases)
    {
        cases.MapChangeOutcome();
        cases.MapReopenCase();
        cases.MapTransferCase();
        cases.MapGetOutcomes();
        cases.MapGetOpenEnds();
        cases.MapRecordFollowUp();
        api.MapListFollowUps();
    }

    private static readonly (string Field, string It, string En)[] Labels =
    [
        ("details", "Dati dell'esito", "Details of the outcome"),
        ("contract", "Contratto", "Contract"),
        ("sector", "Settore", "Sector"),
        ("employer", "Datore di lavoro", "Employer"),
        ("training", "Tipo di formazione", "Kind of training"),
        ("trainingTitle", "Corso", "Course"),
        ("activity", "Attività", "Activity"),
        ("dowryCents", "Dote", "Dowry"),
        ("dropOutReason", "Motivo dell'abbandono", "Reason of leaving"),
        ("agreed", "Accordo della persona", "The person's agreement"),
        ("reopenedOn", "Data di riapertura", "Day of reopening"),
        ("contactedOn", "Data del contatto", "Day of the contact"),
        ("situation", "Situazione", "Situation"),
        ("nextTryOn", "Prossimo tentativo", "Next try"),
    ];
}
