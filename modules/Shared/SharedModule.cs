using System.Reflection;
using FluentValidation;
using InclusionPlatform.Shared.Audit;
using InclusionPlatform.Shared.Data;
using InclusionPlatform.Shared.Documents;
using InclusionPlatform.Shared.Jobs;
using InclusionPlatform.Shared.Messaging;
using InclusionPlatform.Shared.Notifications;
using InclusionPlatform.Shared.Privacy;
using InclusionPlatform.Shared.SavedViews;
using InclusionPlatform.Shared.TextDocuments;
using MediatR;

namespace InclusionPlatform.Shared;

/// <summary>What every module stands on.</summary>
public static class SharedModule
{
    /// <summary>Adds the session, the messaging and what else all modules need.</summary>
    public static IServiceCollection AddShared(this IServiceCollection services)
    {
        DapperSetup.Register();
        ValidatorOptions.Global.DisplayNameResolver = (type, member, _) => member is null ? null : FieldLabels.Of(member.Name, type.Assembly) ?? member.Name;
        ValidatorOptions.Global.LanguageManager = new ValidationSentences();
        ValidatorOptions.Global.ErrorCodeResolver = FieldCodes.Of;

        services.AddSingleton<RightRegistry>();
        services.AddScoped<Actor>();
        services.AddScoped<ICurrentUser>(provider => provider.GetRequiredService<Actor>());
        services.AddScoped(provider => new DbSession(provider.GetRequiredService<IDatabase>(), provider.GetService<IStatementObserver>()));
        services.AddScoped<IDbSession>(provider => provider.GetRequiredService<DbSession>());
        services.AddScoped<Happened>();
        services.AddScoped<IEvents>(provider => provider.GetRequiredService<Happened>());
        services.AddScoped<AuditTrail>();
        services.AddScoped<IAuditTrail>(provider => provider.GetRequiredService<AuditTrail>());
        services.AddSingleton<AccessQueue>();
        services.AddScoped<AuditLog>();
        services.AddScoped<IAccessHistory, AccessHistory>();
        services.AddScoped<IAuditSearch, AuditSearch>();
        services.AddScoped<AuditSeals>();
        services.AddScoped<IAuditSeals>(provider => provider.GetRequiredService<AuditSeals>());
        services.AddJob(new JobSchedule("shared.seal-access-log", "0 5 * * * ?", () => new SealAccessLog()));
        services.AddJob(new JobSchedule("shared.spread-shown", "20 * * * * ?", () => new SpreadShown(), OncePerOccurrence: false));
        services.AddJob(new JobSchedule("shared.check-access-log", "0 30 4 * * ?", () => new CheckAccessLog()));
        services.AddScoped<IdempotencyKey>();
        services.AddScoped<IdempotentReplay>();
        services.AddScoped<IOutbox, Outbox>();
        services.AddScoped<IOutboxDesk, OutboxDesk>();
        services.AddJob(new JobSchedule("shared.forget-mail-contents", "0 25 3 * * ?", () => new ForgetMailContents()));
        services.AddScoped<INotifications, NotificationWriter>();
        services.AddJob(new JobSchedule("shared.deliver-outbox", "0/5 * * * * ?", () => new DeliverOutbox(), OncePerOccurrence: false));
        services.AddScoped<IDocumentStore, DocumentStore>();
        services.AddSettings<PdfOptions>("Pdf");
        services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.AddJob(new JobSchedule("shared.sweep-documents", "0 45 3 * * ?", () => new SweepDocuments()));
        services.AddSavedViews();
        services.AddJob(new JobSchedule("shared.forget-notifications", "0 20 3 * * ?", () => new ForgetNotifications()));
        services.AddSingleton<IPersonKeys, PersonKeys>();
        services.AddSingleton<IFieldCipher, FieldCipher>();
        services.AddSingleton<IKeyedHash, KeyedHash>();
        services.AddScoped<IKeyCheck, KeyCheck>();

        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWork<,>));
        return services.AddSlicesOf(typeof(SharedModule).Assembly);
    }

    /// <summary>Registers the handlers, validators and migrations of a module.</summary>
    public static IServiceCollection AddSlicesOf(this IServiceCollection services, Assembly module)
    {
        foreach (var type in SliceTypes.Of(module))
        {
            foreach (var contract in type.GetInterfaces().Where(contract => contract.IsGenericType))
            {
                var shape = contract.GetGenericTypeDefinition();
                if (shape == typeof(IRequestHandler<,>) || shape == typeof(INotificationHandler<>))
                {
                    services.AddScoped(contract, type);
                }
                else if (shape == typeof(IValidator<>))
                {
                    // Its rules take longer to write down than to ask, and are the same for everybody: it may know the clock, and nobody's request.
                    services.AddSingleton(contract, type);
                }
            }
        }

        return services.AddMigrationsOf(module);
    }

    /// <summary>Lets work come round by itself.</summary>
    public static IServiceCollection AddJob(this IServiceCollection services, JobSchedule job) => services.AddSingleton(job);

    private static IServiceCollection AddMigrationsOf(this IServiceCollection services, Assembly assembly)
    {
        foreach (var migration in Migration.Of(assembly))
        {
            services.AddSingleton(migration);
        }

        return services;
    }
}
