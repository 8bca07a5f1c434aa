using InclusionPlatform.Bulletin.Deliveries;
using InclusionPlatform.Bulletin.Editions;
using InclusionPlatform.Bulletin.Opportunities;
using InclusionPlatform.Bulletin.Subscribers;
using InclusionPlatform.Bulletin.Work;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.SavedViews;

namespace InclusionPlatform.Bulletin;

/// <summary>Registers and maps the module; its page of contents.</summary>
public static class BulletinModule
{
    internal const string OpportunitiesRead = "opportunities:read";
    internal const string OpportunitiesWrite = "opportunities:write";
    internal const string OpportunitiesReview = "opportunities:review";
    internal const string BulletinRead = "bulletin:read";
    internal const string BulletinWrite = "bulletin:write";

    /// <summary>The host's limit for what anonymous visitors could abuse.</summary>
    internal const string StrictRateLimit = "sign-in";

    /// <summary>Registers the handlers, validators, rights, jobs and migrations.</summary>
    public static IServiceCollection AddBulletin(this IServiceCollection services)
    {
        AddLabels();
        services.AddSavedList("opportunities", OpportunitiesRead);
        services.AddSlicesOf(typeof(BulletinModule).Assembly);
        services.AddRights(
            new Right(OpportunitiesRead, new("Vedere le opportunità", "See opportunities"), true, Role.BulletinEditor, Role.Coordinator),
            new Right(OpportunitiesWrite, new("Scrivere e proporre opportunità, e rileggere le proprie", "Write and propose opportunities, and read back one's own"), true, Role.BulletinEditor, Role.Coordinator),
            new Right(OpportunitiesReview, new("Pubblicare o rifiutare opportunità", "Publish or reject opportunities"), false, Role.BulletinEditor, Role.Coordinator),
            new Right(BulletinRead, new("Vedere il bollettino e gli iscritti", "See the bulletin and its subscribers"), false, Role.BulletinEditor, Role.Coordinator),
            new Right(BulletinWrite, new("Comporre e inviare il bollettino", "Compose and send the bulletin"), false, Role.BulletinEditor, Role.Coordinator));
        services.AddScoped<EditionReading>();
        services.AddScoped<SentEditions>();
        services.AddScoped<DeliveryRows>();
        services.AddScoped<AbandonedDeliveries>();
        services.AddSingleton<SubscriberTokens>();
        services.AddScoped<IDueWorkSource, BulletinWork>();
        services.AddScoped<ISearchSource, BulletinSearch>();
        services.AddJob(new JobSchedule("bulletin.expire-opportunities", "0 10 0 * * ?", () => new ExpireOpportunities()));
        services.AddJob(new JobSchedule("bulletin.send", "0/3 * * * * ?", () => new SendBulletin(), OncePerOccurrence: false));
        return services;
    }

    /// <summary>Maps the endpoints under <c>/api/v1</c>.</summary>
    public static void MapBulletin(this IEndpointRouteBuilder api)
    {
        var opportunities = api.MapGroup("/opportunities").WithTags("Opportunities");
        opportunities.MapPostOpportunity();
        opportunities.MapListOpportunities();
        opportunities.MapGetOpportunity();
        opportunities.MapChangeOpportunity();
        opportunities.MapDecideOpportunity();
        opportunities.MapPreviewText();

        var editions = api.MapGroup("/bulletin/editions").WithTags("Bulletin");
        editions.MapCreateEdition();
        editions.MapListEditions();
        editions.MapGetEdition();
        editions.MapChangeEdition();
        editions.MapPreviewEdition();
        editions.MapScheduleEdition();
        editions.MapSendTestMail();
        editions.MapGetProgress();
        editions.MapResolveUncertain();

        var subscribers = api.MapGroup("/bulletin/subscribers").WithTags("Bulletin");
        subscribers.MapAddSubscriber();
        subscribers.MapListSubscribers();
        subscribers.MapUnsubscribe();

        api.MapGroup("/public/opportunities").WithTags("Public").MapPublicOpportunities();
        var bulletin = api.MapGroup("/public/bulletin").WithTags("Public");
        bulletin.MapPublicEditions();
        bulletin.MapAskSubscription();
        bulletin.MapConfirmSubscription();
        bulletin.MapUnsubscribeByLink();
    }

    private static void AddLabels() => FieldLabels.Add(
        ("kind", "Tipo", "Kind"),
        ("title", "Titolo", "Title"),
        ("description", "Descrizione", "Description"),
        ("organiser", "Datore di lavoro o organizzatore", "Employer or organiser"),
        ("municipality", "Comune", "Municipality"),
        ("contractType", "Contratto", "Contract"),
        ("hours", "Orario", "Hours"),
        ("requirements", "Requisiti", "Requirements"),
        ("source", "Fonte", "Source"),
        ("positions", "Posti", "Places"),
        ("applyUrl", "Pagina per candidarsi", "Page to apply"),
        ("applyEmail", "E-mail per candidarsi", "E-mail to apply"),
        ("applyPhone", "Telefono per candidarsi", "Telephone to apply"),
        ("deadline", "Scadenza", "Deadline"),
        ("inBulletin", "Nel bollettino", "In the bulletin"),
        ("externalReference", "Riferimento esterno", "External reference"),
        ("reason", "Motivo", "Reason"),
        ("markdown", "Testo", "Text"),
        ("number", "Numero", "Number"),
        ("intro", "Introduzione", "Introduction"),
        ("sections", "Sezioni", "Sections"),
        ("at", "Momento dell'invio", "Moment of sending"),
        ("email", "E-mail", "E-mail"),
        ("consent", "Consenso", "Consent"),
        ("consentSource", "Dove è conservato il consenso", "Where the consent is kept"),
        ("consentOn", "Giorno del consenso", "Day of the consent"),
        ("consentText", "Testo del consenso", "Words of the consent"),
        ("token", "Collegamento", "Link"),
        ("decision", "Decisione", "Decision"),
        ("q", "Ricerca", "Search"));
}
