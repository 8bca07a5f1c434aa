using InclusionPlatform.Internships.Suspensions;
using InclusionPlatform.Internships.Allowances.Assignments;
using InclusionPlatform.Internships.Allowances.Overpayments;
using InclusionPlatform.Internships.Allowances.Runs;
using InclusionPlatform.Internships.Allowances.Schemes;
using InclusionPlatform.Internships.Allowances.Transfers;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.SavedViews;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InclusionPlatform.Internships.Allowances;

/// <summary>Registers and maps what pays internships; the part of the module's page of contents that is about money.</summary>
internal static class AllowancesRooms
{
    public static void AddAllowances(this IServiceCollection services)
    {
        FieldLabels.Add(
            ("maxDailyHours", "Ore al giorno, al massimo", "Hours a day, at most"),
            ("payer", "Chi paga", "Who pays"),
            ("programmeId", "Programma", "Programme"),
            ("schemeId", "Schema di calcolo", "Scheme"),
            ("month", "Mese", "Month"),
            ("terms", "Regole", "Terms"),
            ("method", "Modo di calcolo", "Method"),
            ("below", "Sotto la soglia", "Below the threshold"),
            ("cents", "Importo", "Amount"),
            ("centsWithMeals", "Importo con i pasti", "Amount with meals"),
            ("thresholdPercent", "Soglia di presenza", "Threshold of presence"),
            ("floorCents", "Importo minimo", "Floor"),
            ("totalCents", "Totale della dote", "Total of the dowry"),
            ("steps", "Fasce", "Steps"),
            ("act", "Atto", "Act"),
            ("paymentIds", "Pagamenti", "Payments"),
            ("on", "Data", "Date"),
            ("givenOn", "Tornati il", "Came back on"),
            ("how", "Come", "How"),
            ("note", "Nota", "Note"));
        services.AddRights(
            new Right(InternshipsModule.Pay, new("Preparare, approvare ed esportare le liste di pagamento", "Prepare, approve and export pay lists"), false, Role.Coordinator, Role.Administrator),
            new Right(InternshipsModule.ReadSchemes, new("Vedere gli schemi di calcolo delle indennità", "See the schemes of allowances"), false, Role.Educator, Role.Coordinator, Role.Administrator),
            new Right(InternshipsModule.WriteSchemes, new("Tenere gli schemi di calcolo delle indennità", "Keep the schemes of allowances"), false, Role.Coordinator, Role.Administrator));
        services.AddSavedList("allowances", InternshipsModule.Pay);
        services.AddSettings<AllowancesOptions>("Allowances");
        services.AddScoped<SchemeTable>();
        services.AddScoped<AssignedSchemes>();
        services.AddScoped<PlannedDays>();
        services.AddScoped<ProgrammeBudget>();
        services.AddScoped<BudgetHolds>();
        services.AddScoped<RunReckoner>();
        services.AddScoped<RunBasis>();
        services.AddScoped<RunBook>();
        services.AddScoped<PayeeAccounts>();
        services.AddScoped<OverpaymentDesk>();
        services.AddScoped<ClosingBook>();
        services.AddScoped<ISuspendedDays, SuspendedDays>();
        services.AddScoped<IDueWorkSource, DueAllowances>();
    }

    public static void MapAllowances(this IEndpointRouteBuilder api)
    {
        var internships = api.MapGroup("/internships").WithTags("Allowances");
        internships.MapGetAllowance();
        internships.MapAssignAllowance();

        var schemes = api.MapGroup("/allowance-schemes").WithTags("Allowances");
        schemes.MapListSchemes();
        schemes.MapSaveScheme();

        api.MapGetBudget();

        var runs = api.MapGroup("/allowance-runs").WithTags("Allowances");
        runs.MapMakeRun();
        runs.MapListRuns();
        runs.MapListUnlistedRegisters();
        runs.MapGetRun();
        runs.MapListPayments();
        runs.MapHoldPayee();
        runs.MapStepRun();
        runs.MapSettlePayments();
        runs.MapTakeBackSettlements();
        runs.MapExportRun();
        runs.MapGetTransferFile();

        var overpayments = api.MapGroup("/allowance-overpayments").WithTags("Allowances");
        overpayments.MapListOverpayments();
        overpayments.MapListClosings();
        overpayments.MapCloseOverpayment();
        overpayments.MapStepClosing();
    }
}
