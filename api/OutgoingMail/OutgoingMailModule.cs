using InclusionPlatform.Shared.Messaging;
namespace InclusionPlatform.Api.OutgoingMail;

/// <summary>The post that leaves: what did not arrive, and what is to be done with it.</summary>
internal static class OutgoingMailModule
{
    public const string WatchMail = "outgoing-mail:manage";

    public static IServiceCollection AddOutgoingMail(this IServiceCollection services)
    {
        FieldLabels.Add(("link", "Pagina", "Page"),
            ("until", "Fino al", "Until"));
        services.AddRights(new Right(WatchMail, new("Seguire la posta in uscita", "Watch over the outgoing mail"), false, Role.Administrator));
        return services.AddScoped<IDueWorkSource, DueMail>();
    }

    public static void MapOutgoingMail(this IEndpointRouteBuilder api)
    {
        var mails = api.MapGroup("/outgoing-mails").WithTags("Outgoing mail");
        mails.MapListOutgoingMails();
        mails.MapResolveOutgoingMail();
    }
}
